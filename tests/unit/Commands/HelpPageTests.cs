using NovaCron.Validation.Scenarios.Commands;
using NovaCron.Validation.Tests.Unit.Reports;

namespace NovaCron.Validation.Tests.Unit.Commands;

public sealed class HelpPageTests
{
    public static TheoryData<string> Commands => new(CommandLine.Describe("/root").Subcommands.Select(c => c.Name));

    [Fact]
    public void The_help_of_the_program_is_the_golden_one() => Golden.Compare(Help(null, 80), "help.txt");

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_of_a_command_is_the_golden_one(string command) => Golden.Compare(Help(command, 80), $"help-{command}.txt");

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_an_example_and_fits_the_terminal(string command)
    {
        Help(command, 80).Should().MatchRegex("\n  ./validate " + command);
        Help(command, 80).Split('\n').Should().OnlyContain(l => l.Length <= 80);
        Help(command, 40).Split('\n').Where(l => !l.StartsWith("  ", StringComparison.Ordinal)).Should().OnlyContain(l => l.Length <= 50);
    }

    [Fact]
    public void Asking_for_help_is_no_error()
    {
        using var output = new StringWriter();

        var exitCode = CommandLine.Describe("/root").Parse(["run", "--help"]).Invoke(new() { Output = output });

        exitCode.Should().Be(0);
        output.ToString().Should().StartWith("./validate run [options]");
    }

    private static string Help(string? command, int width)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var root = CommandLine.Describe("/root");
        HelpPage.Write(output, command is null ? root : root.Subcommands.Single(c => c.Name == command), width);
        return output.ToString();
    }
}
