using NovaCron.Validation.Assertions.Reports;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>A page for a terminal: sections of labelled texts, broken at its width. Whatever it is given is shown harmlessly.</summary>
internal sealed class Sheet(IAnsiConsole console)
{
    private const int Indent = 2;
    private const int LabelWidth = 17;

    // Below this a label has a line of its own.
    private const int SideBySideFrom = 60;

    /// <summary>Whether the terminal has Unicode.</summary>
    public bool Unicode => console.Profile.Capabilities.Unicode;

    private int Width => Math.Max(20, console.Profile.Width - 1);

    /// <summary>What the page is about.</summary>
    public void Title(string text) => ReportLine.Write(console, text, "bold");

    /// <summary>Begins a section.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="remark">What holds for all of it; null for nothing.</param>
    public void Section(string title, string? remark = null)
    {
        console.WriteLine();
        ReportLine.Write(console, title, "bold underline");
        if (remark is not null)
        {
            ReportLine.Write(console, remark, "grey", Indent);
        }
    }

    /// <summary>A paragraph.</summary>
    public void Text(string text, string? style = null) => ReportLine.Write(console, text, style, Indent);

    /// <summary>A labelled text, and where it comes from.</summary>
    /// <param name="label">Label.</param>
    /// <param name="text">Text.</param>
    /// <param name="source">Where it comes from; null where that goes without saying.</param>
    public void Row(string label, string text, string? source = null)
    {
        var isNarrow = Width < SideBySideFrom;
        var hanging = isNarrow ? 2 * Indent : Indent + LabelWidth;
        var lines = SafeText.Wrap(SafeText.OneLine(text), Width - hanging).DefaultIfEmpty("").ToList();
        var head = SafeText.OneLine(label);
        if (isNarrow || head.Length >= LabelWidth)
        {
            ReportLine.Write(console, label, "grey", Indent);
            head = "";
        }

        foreach (var (i, line) in lines.Index())
        {
            var before = i == 0 && head.Length > 0 ? $"{new string(' ', Indent)}[grey]{head.PadRight(LabelWidth).EscapeMarkup()}[/]" : new string(' ', hanging);
            var after = source is not null && i == lines.Count - 1 && hanging + line.Length + source.Length + 3 <= Width ? $" [grey]({SafeText.OneLine(source).EscapeMarkup()})[/]" : "";
            console.MarkupLine(before + line.EscapeMarkup() + after);
            if (i == lines.Count - 1 && source is not null && after.Length == 0)
            {
                ReportLine.Write(console, $"({source})", "grey", hanging);
            }
        }
    }

    /// <summary>Lines of a file as they stand; what is wider than the terminal goes on in the next line, indented.</summary>
    public void Verbatim(IEnumerable<string> lines)
    {
        foreach (var line in lines.Select(l => SafeText.OneLine(l.Replace("\t", "  ", StringComparison.Ordinal)).TrimEnd()))
        {
            var room = Math.Max(10, Width - (2 * Indent));
            var pieces = line.Length <= room ? [line] : line.Chunk(room).Select(c => new string(c)).ToList();
            foreach (var (i, piece) in pieces.Index())
            {
                console.MarkupLine($"{new string(' ', i == 0 ? Indent : 2 * Indent)}{piece.EscapeMarkup()}".TrimEnd());
            }
        }
    }
}
