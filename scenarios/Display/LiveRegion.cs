using System.Text;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>The last lines of a terminal, drawn again and again. The cursor is hidden while it is drawn, and shown again however the process ends.</summary>
internal sealed class LiveRegion : IDisposable
{
    private const string Escape = "\u001b[";
    private readonly IAnsiConsole _console;
    private List<int> _drawn = [];
    private bool _isHidden;

    public LiveRegion(IAnsiConsole console)
    {
        _console = console;
        AppDomain.CurrentDomain.ProcessExit += ShowCursor;
    }

    /// <summary>Draws lines in place of those that were drawn before.</summary>
    public void Draw(IReadOnlyList<ScreenLine> lines)
    {
        var text = new StringBuilder();
        if (!_isHidden)
        {
            text.Append(Escape).Append("?25l");
            _isHidden = true;
        }

        Back(text);
        // No line may wrap: what is too wide for a terminal that was just made narrower is cut.
        text.Append(Escape).Append("?7l");
        foreach (var line in lines)
        {
            text.Append(Render(line)).Append(Escape).Append("K\n");
        }

        Write(text.Append(Escape).Append("?7h").Append(Escape).Append('J'));
        _drawn = [.. lines.Select(l => l.Width)];
    }

    /// <summary>Removes what was drawn.</summary>
    public void Clear()
    {
        var text = new StringBuilder();
        Back(text);
        Write(text.Append(Escape).Append('J'));
        _drawn = [];
    }

    /// <summary>Leaves what was drawn, and shows the cursor below it.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= ShowCursor;
        ShowCursor(null, EventArgs.Empty);
    }

    // A terminal that was made narrower has broken what was drawn into more lines.
    private void Back(StringBuilder text)
    {
        var width = Math.Max(1, _console.Profile.Width);
        var rows = _drawn.Sum(w => Math.Max(1, (w + width - 1) / width));
        text.Append('\r');
        if (rows > 0)
        {
            text.Append(Escape).Append(rows).Append('A');
        }
    }

    private string Render(ScreenLine line)
    {
        // Without colours nothing is set off at all: NO_COLOR is asked for by terminals that show the rest as garbage, too.
        var hasColours = _console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(written), Ansi = hasColours ? AnsiSupport.Yes : AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Capabilities.ColorSystem = _console.Profile.Capabilities.ColorSystem;
        console.Profile.Width = Math.Max(1, line.Width + 1);
        console.Markup(line.Markup);
        return written.ToString();
    }

    private void ShowCursor(object? sender, EventArgs e)
    {
        if (_isHidden)
        {
            Write(new StringBuilder(Escape).Append("?25h"));
            _isHidden = false;
        }
    }

    private void Write(StringBuilder text)
    {
        _console.Profile.Out.Writer.Write(text.ToString());
        _console.Profile.Out.Writer.Flush();
    }
}
