using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Differences;

/// <summary>What an edit changes for the people on call.</summary>
/// <param name="Kind">What is other than before, e.g. <c>alert-gone</c>, <c>fires-later</c>, <c>reaches-others</c>.</param>
/// <param name="Subject">The alert or receiver.</param>
/// <param name="Message">Before and now, in one sentence without a full stop.</param>
/// <param name="Position">Where it is now; where it was for what is gone.</param>
public sealed record Difference(string Kind, string Subject, string Message, SourcePosition Position);
