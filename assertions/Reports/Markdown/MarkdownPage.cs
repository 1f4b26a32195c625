using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Assertions.Reports.Markdown;

/// <summary>
/// A page that fits a comment: what has no more room is counted and left out, never cut in the middle. Its parts are given in order of
/// importance, already escaped.
/// </summary>
/// <param name="source">The file that has all of it.</param>
internal sealed class MarkdownPage(string source)
{
    /// <summary>Greatest length of a comment on GitHub, in characters.</summary>
    public const int Limit = 65_536;

    // Enough to say what was left out and to close what is open.
    private const int Reserve = 256;

    private readonly StringBuilder _text = new();
    private bool _shortened;

    /// <summary>Adds a heading or a paragraph.</summary>
    public void Paragraph(string text) => Add(text + "\n\n");

    /// <summary>Adds a list under a heading; nothing where it is empty.</summary>
    /// <param name="title">Heading; how many there are is added to it.</param>
    /// <param name="items">The items.</param>
    /// <param name="folded">Whether the reader opens it.</param>
    public void List(string title, IReadOnlyCollection<string> items, bool folded = false)
    {
        if (items.Count > 0)
        {
            Section(string.Create(CultureInfo.InvariantCulture, $"{title} ({items.Count})"), "", [.. items.Select(i => $"- {i}\n")], folded);
        }
    }

    /// <summary>Adds a table; nothing where it has no row.</summary>
    /// <param name="title">Heading; none where it is null.</param>
    /// <param name="columns">Heads of the columns.</param>
    /// <param name="rows">The rows, each with a cell for every column.</param>
    /// <param name="folded">Whether the reader opens it.</param>
    public void Table(string? title, IReadOnlyList<string> columns, IReadOnlyCollection<IReadOnlyList<string>> rows, bool folded = false)
    {
        if (rows.Count > 0)
        {
            Section(title, $"{Row(columns)}{Row([.. columns.Select(_ => "---")])}", [.. rows.Select(Row)], folded);
        }
    }

    /// <summary>The page.</summary>
    public override string ToString() => _text.ToString().TrimEnd('\n') + (_shortened ? $"\n\nThe rest had no room here and is in {MarkdownText.Code(source)}.\n" : "\n");

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    private void Section(string? title, string head, IReadOnlyList<string> entries, bool folded)
    {
        var open = folded ? $"<details><summary>{title}</summary>\n\n" : title is null ? "" : $"#### {title}\n\n";
        if (!Fits(open.Length + head.Length + entries[0].Length))
        {
            _shortened = true;
            return;
        }

        _text.Append(open).Append(head);
        var written = entries.TakeWhile(Add).Count();
        if (written < entries.Count)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\n… and {entries.Count - written} more\n");
        }

        _text.Append(folded ? "\n</details>\n\n" : "\n");
    }

    private bool Add(string text)
    {
        if (!Fits(text.Length))
        {
            _shortened = true;
            return false;
        }

        _text.Append(text);
        return true;
    }

    private bool Fits(int length) => _text.Length + length <= Limit - Reserve;
}
