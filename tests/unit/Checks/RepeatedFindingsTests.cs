using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Checks.Messages;

namespace NovaCron.Validation.Tests.Unit.Checks;

public sealed class RepeatedFindingsTests
{
    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(20, 20, "")]
    [InlineData(21, 20, " (so it is in 1 more places of this file)")]
    [InlineData(5_000, 20, " (so it is in 4980 more places of this file)")]
    public void What_says_the_same_is_shown_some_times_and_counted(int times, int shown, string more)
    {
        var findings = Check(string.Concat(Enumerable.Repeat("{{ template \"gone\" . }}", times)));

        findings.Should().HaveCount(shown);
        findings[^1].Message.Should().Be($"expected a template named \"gone\", found none: no message of slack is sent where its text comes to this call{more}");
        findings.SkipLast(1).Should().NotContain(f => f.Message.Contains("more places"));
    }

    [Fact]
    public void What_says_something_else_is_shown_each_time() =>
        Check(string.Concat(Enumerable.Range(1, 100).Select(i => $"{{{{ template \"gone{i}\" . }}}}"))).Should().HaveCount(100);

    private static ImmutableArray<Finding> Check(string text) => new CheckJob([new UndefinedTemplate()], TimeProvider.System)
        .Run("c", CheckedText.Subject([], ("alertmanager.yml", "route: {receiver: team}\nreceivers:\n- name: team\n  slack_configs:\n  - text: '" + text + "'\n")), []).Findings;
}
