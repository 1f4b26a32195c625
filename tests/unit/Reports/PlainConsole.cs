using System.Text;
using Spectre.Console;

namespace NovaCron.Validation.Tests.Unit.Reports;

/// <summary>A console without colours and of a given width that keeps what is written.</summary>
internal static class PlainConsole
{
    /// <summary>What is written to it.</summary>
    public static string Of(int width, Action<IAnsiConsole> write, bool unicode = true, bool ansi = false)
    {
        using var text = new StringWriter();
        write(Create(text, width, unicode, ansi));
        return text.ToString();
    }

    /// <summary>What is written to it until a task has ended.</summary>
    public static async Task<string> OfAsync(int width, Func<IAnsiConsole, Task> write)
    {
        await using var text = new StringWriter();
        await write(Create(text, width, unicode: true, ansi: false));
        return text.ToString();
    }

    private static IAnsiConsole Create(StringWriter text, int width, bool unicode, bool ansi)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ansi ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new Output(text, width),
        });
        console.Profile.Capabilities.Unicode = unicode;
        return console;
    }

    private sealed class Output(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => false;

        public int Width => width;

        public int Height => 50;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
