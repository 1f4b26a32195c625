using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Scenarios.Display;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>Help that is worth reading: what a command does, its options by what they are about, examples and exit codes, broken at the terminal's width.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const string Program = "./validate";
    private const int Indent = 2;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Takes the place of the help that the parser brings.</summary>
    public static void Use(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpPage();
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.InvocationConfiguration.Output, parseResult.CommandResult.Command, Terminal.Output().Profile.Width);
        return 0;
    }

    /// <summary>Writes a command's help.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="command">The command.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static void Write(TextWriter output, Command command, int width)
    {
        var room = Math.Clamp(width - 1, 30, 110);
        var name = command is RootCommand ? Program : $"{Program} {command.Name}";
        var arguments = string.Concat(command.Arguments.Select(a => $" {a.HelpName ?? a.Name}"));
        output.WriteLine($"{name}{(command is RootCommand ? " COMMAND" : arguments)}{(command.Options.Any(o => o is not HelpOption and not VersionOption) ? " [options]" : "")}");
        output.WriteLine();
        Paragraphs(output, command.Description ?? "", room);
        if (command.Subcommands.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Commands");
            Table(output, [.. command.Subcommands.Select(c => (c.Name, Summary(c)))], room);
            output.WriteLine();
            Paragraphs(output, $"{Program} COMMAND --help tells more of each.", room);
        }

        if (command.Arguments.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Arguments");
            Table(output, [.. command.Arguments.Select(a => (a.HelpName ?? a.Name, a.Description ?? ""))], room);
        }

        foreach (var group in command.Options.Where(o => o is not HelpOption and not VersionOption).GroupBy(o => GroupOf(o.Name)))
        {
            output.WriteLine();
            output.WriteLine(group.Key);
            Table(output, [.. group.Select(o => ($"{o.Name}{(o.HelpName is { } value ? $" {value}" : "")}{(o.AllowMultipleArgumentsPerToken ? "…" : "")}", Text(o)))], room);
        }
    }

    // The first sentence, and of that no more than what stands before its details.
    private static string Summary(Command command)
    {
        var paragraph = (command.Description ?? "").ReplaceLineEndings("\n").Split("\n\n")[0].Replace('\n', ' ');
        return paragraph.Split(": ")[0].Split(". ")[0].TrimEnd('.');
    }

    private static string Text(Option option) => option is { HasDefaultValue: true } && option.GetDefaultValue() is string value ? $"{option.Description} Default: {value}." : option.Description ?? "";

    private static string GroupOf(string option) => option switch
    {
        "--config" or "--alert" or "--spot" or "--against" or "--mutate" or "--filter" => "What to look at",
        "--out" or "--results" => "Files",
        _ => "How",
    };

    // A line that is indented is an example, and stays as it is; all else is broken anew.
    private static void Paragraphs(TextWriter output, string text, int room)
    {
        var open = "";
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var isExample = line.StartsWith(' ');
            if (isExample || line.Length == 0)
            {
                Flush();
                output.WriteLine(line);
            }
            else
            {
                open = open.Length == 0 ? line : $"{open} {line}";
            }
        }

        Flush();

        void Flush()
        {
            foreach (var line in SafeText.Wrap(open, room))
            {
                output.WriteLine(line);
            }

            open = "";
        }
    }

    // A narrow terminal has the text below the name.
    private static void Table(TextWriter output, List<(string Name, string Text)> rows, int room)
    {
        var names = rows.Max(r => r.Name.Length) + Indent;
        var isNarrow = room - Indent - names < 30;
        var hanging = isNarrow ? 2 * Indent : Indent + names;
        foreach (var (name, text) in rows)
        {
            var lines = SafeText.Wrap(text, room - hanging).ToList();
            var first = isNarrow || lines.Count == 0 ? "" : lines[0];
            output.WriteLine($"{new string(' ', Indent)}{name.PadRight(names)}{first}".TrimEnd());
            foreach (var line in isNarrow ? lines : lines.Skip(1))
            {
                output.WriteLine(new string(' ', hanging) + line);
            }
        }
    }
}
