using NovaCron.Validation.Assertions.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>A line of a screen, in pieces of one style each. Whatever it is given is shown harmlessly.</summary>
internal sealed class ScreenLine
{
    private readonly List<(string Text, string Style)> _pieces = [];

    /// <summary>Columns that it takes.</summary>
    public int Width => _pieces.Sum(p => Columns(p.Text));

    /// <summary>Adds a piece.</summary>
    /// <param name="text">Text.</param>
    /// <param name="style">Style in Spectre.Console's markup.</param>
    public ScreenLine Add(string text, string style = "default")
    {
        _pieces.Add((SafeText.OneLine(text), style));
        return this;
    }

    /// <summary>The line, cut where it is wider than a terminal.</summary>
    public ScreenLine Cut(int width, bool unicode)
    {
        var cut = new ScreenLine();
        foreach (var (text, style) in _pieces)
        {
            var room = width - cut.Width;
            if (Columns(text) > room)
            {
                cut._pieces.Add((Shortened(text, room, unicode), style));
                break;
            }

            cut._pieces.Add((text, style));
        }

        return cut;
    }

    /// <summary>As Spectre.Console's markup.</summary>
    public string Markup => string.Concat(_pieces.Select(p => p.Style == "default" ? p.Text.EscapeMarkup() : $"[{p.Style}]{p.Text.EscapeMarkup()}[/]"));

    /// <inheritdoc/>
    public override string ToString() => string.Concat(_pieces.Select(p => p.Text));

    /// <summary>A text in exactly as many columns: cut, or followed by spaces.</summary>
    public static string Fit(string text, int width, bool unicode)
    {
        var safe = SafeText.OneLine(text);
        var fit = Columns(safe) > width ? Shortened(safe, width, unicode) : safe;
        return fit + new string(' ', Math.Max(0, width - Columns(fit)));
    }

    private static string Shortened(string text, int width, bool unicode)
    {
        var mark = unicode ? "…" : "~";
        var short_ = text;
        while (short_.Length > 0 && Columns(short_) + mark.Length > width)
        {
            // Both halves of a character beyond the basic plane go together.
            short_ = short_[..^(short_.Length > 1 && char.IsSurrogatePair(short_, short_.Length - 2) ? 2 : 1)];
        }

        return width < mark.Length ? "" : short_ + mark;
    }

    private static int Columns(string text) => new Segment(text).CellCount();
}
