using System.Collections.Immutable;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace NovaCron.Validation.Assertions.Reports.Html.Diffs;

/// <summary>What became of a line.</summary>
public enum LineChange
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stands in the configuration under test only.</summary>
    Removed,

    /// <summary>It stands in the mend only.</summary>
    Added,
}

/// <summary>A part of a line.</summary>
/// <param name="Text">Text.</param>
/// <param name="IsChanged">Whether it is what makes the line differ.</param>
public sealed record LinePart(string Text, bool IsChanged);

/// <summary>A line of a quote.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Number">Its number in the file; null for one that the mend adds.</param>
/// <param name="Parts">Its text in parts.</param>
public sealed record DiffLine(LineChange Change, int? Number, ImmutableArray<LinePart> Parts);

/// <summary>Shows a quote with its mend, line by line: what goes, then what comes in its place, and which words of it differ.</summary>
public static class LineDiff
{
    // Lines that share less than this part of their letters are two different lines, and no words of one that was edited.
    private const double LeastShared = 0.25;

    /// <summary>The lines of a quote.</summary>
    public static ImmutableArray<DiffLine> Of(QuoteEntry quote)
    {
        if (quote.Mended is not { } mended)
        {
            return [.. quote.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select((text, i) => new DiffLine(LineChange.Same, quote.Line + i, [new LinePart(text, false)]))];
        }

        var sides = SideBySideDiffBuilder.Diff(quote.Text.ReplaceLineEndings("\n").TrimEnd('\n'), mended.ReplaceLineEndings("\n").TrimEnd('\n'), ignoreWhiteSpace: false);
        var lines = ImmutableArray.CreateBuilder<DiffLine>();
        var added = new List<DiffLine>();
        foreach (var (old, replaced) in sides.OldText.Lines.Zip(sides.NewText.Lines))
        {
            if (old.Type == ChangeType.Unchanged)
            {
                lines.AddRange(added);
                added.Clear();
                lines.Add(new DiffLine(LineChange.Same, Number(old), [new LinePart(old.Text, false)]));
                continue;
            }

            if (old.Type != ChangeType.Imaginary)
            {
                lines.Add(new DiffLine(LineChange.Removed, Number(old), Parts(old)));
            }

            if (replaced.Type != ChangeType.Imaginary)
            {
                added.Add(new DiffLine(LineChange.Added, null, Parts(replaced)));
            }
        }

        lines.AddRange(added);
        return lines.ToImmutable();

        int? Number(DiffPiece piece) => piece.Position is { } position ? quote.Line + position - 1 : null;
    }

    // A line that is new or gone as a whole has no words that differ.
    private static ImmutableArray<LinePart> Parts(DiffPiece line)
    {
        var parts = line.SubPieces.Where(p => !string.IsNullOrEmpty(p.Text)).Select(p => new LinePart(p.Text, p.Type != ChangeType.Unchanged)).ToArray();
        var (shared, all) = (Letters(parts.Where(p => !p.IsChanged)), Letters(parts));
        return all == 0 || shared < all * LeastShared ? [new LinePart(line.Text ?? "", false)] : [.. Joined(parts)];
    }

    private static int Letters(IEnumerable<LinePart> parts) => parts.Sum(p => p.Text.Count(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<LinePart> Joined(IEnumerable<LinePart> parts)
    {
        LinePart? open = null;
        foreach (var part in parts)
        {
            if (open is { } before && before.IsChanged == part.IsChanged)
            {
                open = before with { Text = before.Text + part.Text };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = part;
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
