using Spectre.Console;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Writes a line of foreign text: made safe, broken at the console's width and indented.</summary>
public static class ReportLine
{
    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="text">The text; an empty one is an empty line.</param>
    /// <param name="style">Style in Spectre.Console's markup; null for none.</param>
    /// <param name="indent">Spaces before each of its lines.</param>
    public static void Write(IAnsiConsole console, string text, string? style = null, int indent = 0)
    {
        if (text.Length == 0)
        {
            console.WriteLine();
            return;
        }

        var width = Math.Max(20, console.Profile.Width - indent - 1);
        foreach (var line in SafeText.Wrap(Safe(console, text), width))
        {
            var safe = line.EscapeMarkup();
            console.MarkupLine(new string(' ', indent) + (style is null ? safe : $"[{style}]{safe}[/]"));
        }
    }

    /// <summary>Foreign text on one line, in characters that the console can show.</summary>
    public static string Safe(IAnsiConsole console, string text) =>
        console.Profile.Capabilities.Unicode ? SafeText.OneLine(text) : SafeText.Ascii(SafeText.OneLine(text));
}
