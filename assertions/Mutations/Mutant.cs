using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations;

/// <summary>A configuration with one edit in it that somebody could have made by mistake.</summary>
/// <param name="Operator">The kind of edit, e.g. <c>threshold</c>.</param>
/// <param name="Subject">The alert, receiver or route that it is made to.</param>
/// <param name="Description">The edit, e.g. <c>0.01 -&gt; 0.012</c>.</param>
/// <param name="Position">Where it is made.</param>
/// <param name="Text">The whole file with the edit in it; the file is that of the position.</param>
public sealed record Mutant(string Operator, string Subject, string Description, SourcePosition Position, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Position} {Operator} of {Subject}: {Description}";
}
