using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>Where a finding's text stands.</summary>
/// <param name="Position">Its first character.</param>
/// <param name="Length">How many characters to underline; 0 for the rest of the line.</param>
public readonly record struct TextPlace(SourcePosition Position, int Length)
{
    /// <summary>The place of a part of a text that knows where its characters stand.</summary>
    /// <param name="positionOf">Where a character stands.</param>
    /// <param name="start">Offset of the part's first character.</param>
    /// <param name="end">Offset behind its last one.</param>
    public static TextPlace Of(Func<int, SourcePosition> positionOf, int start, int end)
    {
        var first = positionOf(start);
        var last = end > start + 1 ? positionOf(end - 1) : first;
        return new TextPlace(first, end > start && last.Line == first.Line && last.Column >= first.Column ? last.Column - first.Column + 1 : 0);
    }

    /// <summary>The place of a whole text of a file; of one that is quoted, its quotes left aside.</summary>
    public static TextPlace Of(ConfigurationText text) => text.Value.Length == 0 ? new TextPlace(text.Position, 0) : Of(text.PositionOf, 0, text.Value.TrimEnd().Length);

    /// <summary>The place of a name that is written as it is.</summary>
    public static TextPlace Of(SourcePosition position, string name) => new(position, name.Length);
}
