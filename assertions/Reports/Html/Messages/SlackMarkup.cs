using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NovaCron.Validation.Assertions.Reports.Html.Messages;

/// <summary>What a piece of a message is.</summary>
public enum PieceKind
{
    /// <summary>Plain text.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Bold,

    /// <summary>Italic.</summary>
    Italic,

    /// <summary>Struck through.</summary>
    Struck,

    /// <summary>Code.</summary>
    Code,

    /// <summary>A link; <see cref="Piece.Target"/> says where to.</summary>
    Link,

    /// <summary>A mention of a channel or of people.</summary>
    Mention,

    /// <summary>What a template left behind, e.g. <c>&lt;no value&gt;</c>.</summary>
    Leftover,

    /// <summary>A field without a value: there is nothing where something should be.</summary>
    Empty,
}

/// <summary>A piece of a line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What is read.</param>
/// <param name="Target">Where a link leads; null for anything else.</param>
public sealed record Piece(PieceKind Kind, string Text, string? Target = null);

/// <summary>Reads a text in Slack's markup as Slack would show it.</summary>
/// <remarks>
/// Bold is <c>*text*</c>, italic <c>_text_</c>, struck <c>~text~</c>, code <c>`text`</c>, each only at the edge of a word; a link is <c>&lt;address|text&gt;</c>,
/// a mention <c>&lt;!here&gt;</c>, <c>&lt;@id&gt;</c> or <c>&lt;#id|name&gt;</c>; and <c>&amp;amp;</c>, <c>&amp;lt;</c> and <c>&amp;gt;</c> stand for their characters.
/// </remarks>
public static partial class SlackMarkup
{
    /// <summary>The lines of a text, each in pieces; a line of one field without a value ends in an <see cref="PieceKind.Empty"/> piece.</summary>
    public static ImmutableArray<ImmutableArray<Piece>> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(Line)];

    /// <summary>One line in pieces.</summary>
    public static ImmutableArray<Piece> Line(string line)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var at = 0;
        foreach (Match match in Token().Matches(line))
        {
            Plain(pieces, line[at..match.Index]);
            pieces.Add(Read(match));
            at = match.Index + match.Length;
        }

        Plain(pieces, line[at..]);
        if (EmptyField().IsMatch(line))
        {
            pieces.Add(new Piece(PieceKind.Empty, "empty"));
        }

        return pieces.ToImmutable();
    }

    private static void Plain(ImmutableArray<Piece>.Builder pieces, string text)
    {
        if (text.Length > 0)
        {
            pieces.Add(new Piece(PieceKind.Plain, Unescape(text)));
        }
    }

    private static Piece Read(Match match)
    {
        if (match.Groups["leftover"] is { Success: true } leftover)
        {
            return new Piece(PieceKind.Leftover, leftover.Value);
        }

        if (match.Groups["angle"] is { Success: true } angle)
        {
            return Angle(angle.Value);
        }

        if (match.Groups["url"] is { Success: true } url)
        {
            return new Piece(PieceKind.Link, Unescape(url.Value), Unescape(url.Value));
        }

        var kind = match.Groups["mark"].Value switch
        {
            "*" => PieceKind.Bold,
            "_" => PieceKind.Italic,
            "~" => PieceKind.Struck,
            _ => PieceKind.Code,
        };
        return new Piece(kind, Unescape(match.Groups["marked"].Value));
    }

    private static Piece Angle(string content)
    {
        var bar = content.IndexOf('|', StringComparison.Ordinal);
        var (target, text) = bar < 0 ? (content, content) : (content[..bar], content[(bar + 1)..]);
        return content[0] is '!' or '@' or '#'
            ? new Piece(PieceKind.Mention, bar < 0 ? (content[0] == '!' ? "@" : content[..1]) + Unescape(content[1..]) : Unescape(text))
            : new Piece(PieceKind.Link, Unescape(text), Unescape(target));
    }

    private static string Unescape(string text) => text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    // A mark counts at a word's edge only: `a*b*c` is no bold.
    [GeneratedRegex(
        """
        (?<leftover><no\ value>|<error\ expanding\ template[^>]*>|\{\{.*?\}\}|\{\{|%!\w?\([^)]*\)|%!)
        | <(?<angle>[^<>\s][^<>]*)>
        | (?<url>https?://[^\s<>|]+)
        | (?<![\p{L}\p{N}])(?<mark>[*_~`])(?<marked>[^\s*_~`](?:(?!\k<mark>).)*?)\k<mark>(?![\p{L}\p{N}])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"^\s*\*[^*:]+:\*\s*$")]
    private static partial Regex EmptyField();
}
