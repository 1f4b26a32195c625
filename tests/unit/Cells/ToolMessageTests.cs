using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Unit.Cells;

public sealed class ToolMessageTests
{
    [Fact]
    public void What_promtool_says_of_rules_loses_its_ornaments_and_gets_the_files_own_name() =>
        Clean("Checking /check/dwcp-alerts.yml\n", "  FAILED:\n/check/dwcp-alerts.yml: group \"dwcp\", rule 5: function \"dwcp_streams_max\" not defined\n")
            .Should().Be("rules/dwcp-alerts.yml: group \"dwcp\", rule 5: function \"dwcp_streams_max\" not defined");

    [Fact]
    public void A_message_behind_the_failure_on_one_line_is_kept() =>
        Clean("Checking '/check/dwcp-alerts.yml'  FAILED: unknown field\n", "").Should().BeEmpty("the whole line is the head");

    [Fact]
    public void Several_errors_are_separated_and_said_once() =>
        Clean("  FAILED: first\n", "FAILED\nsecond\nfirst\n\n").Should().Be("first; second");

    private static string Clean(string stdout, string stderr) => ToolMessage.Of(new ExecResult(1, stdout, stderr), "/check/dwcp-alerts.yml", "rules/dwcp-alerts.yml");
}
