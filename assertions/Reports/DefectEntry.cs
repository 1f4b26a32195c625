using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>An entry of the ledger, as people should read it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Stage">The stage that fails because of it, or <c>surfaces</c> for what is no alert.</param>
/// <param name="Subjects">Alerts, receivers or metrics at fault.</param>
/// <param name="Evidence">What is seen.</param>
/// <param name="Explanation">Why it is so.</param>
/// <param name="Mend">What makes it go away.</param>
public sealed record DefectEntry(string Id, string Stage, ImmutableArray<string> Subjects, string Evidence, string Explanation, string Mend);

/// <summary>A part of the configuration under test, quoted, with what the corrected configuration has in its place.</summary>
/// <param name="Subject">Which part it is, as <see cref="QuotedParts"/> names them: an alert, a receiver, <c>route</c> or <c>inhibit_rules</c>.</param>
/// <param name="File">File, relative to the configuration.</param>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Text">Its lines, as they stand in the file.</param>
/// <param name="Mended">The same part of the corrected configuration; null where that has none, or where it is the same.</param>
public sealed record QuoteEntry(string Subject, string File, int Line, string Text, string? Mended);

/// <summary>Someone who must be told of an alert.</summary>
/// <param name="Receiver">Receiver name.</param>
/// <param name="Channel">Channel, e.g. <c>slack #alerts</c>.</param>
public sealed record PromisedEntry(string Receiver, string Channel);
