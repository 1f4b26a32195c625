using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NovaCron.Validation.Assertions.Reports.Html.Messages;

/// <summary>Finds in plain text what a template left behind, as <see cref="Stages.RendersStage"/> does.</summary>
internal static partial class Leftovers
{
    /// <summary>The text in plain pieces and leftovers.</summary>
    public static ImmutableArray<Piece> In(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var at = 0;
        foreach (Match match in Leftover().Matches(text))
        {
            if (match.Index > at)
            {
                pieces.Add(new Piece(PieceKind.Plain, text[at..match.Index]));
            }

            pieces.Add(new Piece(PieceKind.Leftover, match.Value));
            at = match.Index + match.Length;
        }

        if (at < text.Length)
        {
            pieces.Add(new Piece(PieceKind.Plain, text[at..]));
        }

        return pieces.ToImmutable();
    }

    [GeneratedRegex(@"<no value>|<error expanding template[^>]*>|\{\{.*?\}\}|\{\{|%!\w?\([^)]*\)|%!", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leftover();
}
