using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Checks.Receivers;

namespace NovaCron.Validation.Tests.Unit.Checks.Silences;

public sealed class SilenceTests
{
    private const string Found = "alertmanager.yml:6:5 Warning receiver/no-resolution team";

    [Theory]
    [InlineData("# validate: ignore receiver/no-resolution")]
    [InlineData("# validate: ignore receiver/*")]
    [InlineData("#validate: ignore route/shadowed, receiver/no-resolution until 2026-01-02 because the team asked for it")]
    [InlineData("# validate: ignore-file receiver/no-resolution")]
    public void A_comment_above_silences_the_line(string comment)
    {
        var result = Check(comment, "");

        result.Findings.Where(f => f.Check == "receiver/no-resolution").Should().BeEmpty();
        result.Silenced.Should().Be(1);
    }

    [Fact]
    public void A_comment_behind_the_line_silences_it() =>
        Check("#", " # validate: ignore receiver/no-resolution").Findings.Should().BeEmpty();

    [Theory]
    [InlineData("# validate: ignore receiver/other", "silence/unused", "it silences nothing: what it was about is mended, or has another name")]
    [InlineData("# validate: ignore receiver/no-resolution until 2026-01-01", "silence/expired", "it held until 2026-01-01 and no longer silences anything")]
    [InlineData("# validate: ignore receiver/no-resolution until tomorrow", "silence/unreadable", "\"ignore receiver/no-resolution until tomorrow\" cannot be read, so that it silences nothing")]
    [InlineData("# validate: disable everything", "silence/unreadable", "\"disable everything\" cannot be read, so that it silences nothing")]
    public void A_silence_that_silences_nothing_is_a_finding_itself(string comment, string check, string message)
    {
        var findings = Check(comment, "").Findings;

        findings.Select(f => $"{f.Position} {f.Severity} {f.Check} {f.Subject}").Should().Contain(Found);
        findings.Single(f => f.Check == check).Message.Should().Be(message);
        findings.Single(f => f.Check == check).Position.Line.Should().Be(5);
    }

    [Fact]
    public void A_rule_s_silence_ends_with_the_rule()
    {
        const string rules = """
            groups:
            - name: g
              rules:
              # validate: ignore-rule test/every-rule
              - alert: A
                expr: up == 0
              - alert: B
                expr: up == 0
            """;

        var result = new CheckJob([new EveryRule()], new FixedTime()).Run("x", CheckedText.Subject([], ("rules/r.yml", rules)), []);

        result.Findings.Select(f => f.Subject).Should().Equal("B");
        result.Silenced.Should().Be(1);
    }

    private static CheckResult Check(string above, string behind) => new CheckJob([new NoResolution()], new FixedTime()).Run(
        "x",
        CheckedText.Subject([], ("alertmanager.yml", $"route: {{receiver: team}}\nreceivers:\n- name: team\n  slack_configs:\n  {above}\n  - channel: '#a'{behind}\n    api_url: https://hooks.slack.com/x\n")),
        []);

    // Finds something on the second line of every rule.
    private sealed class EveryRule : ICheck
    {
        public string Name => "test/every-rule";

        public string About => "every rule";

        public IEnumerable<Finding> Find(CheckSubject subject) => subject.Rules.Select(r => new Finding
        {
            Check = Name,
            Severity = Severity.Error,
            Subject = r.Alert,
            Position = r.Rule.ExprPosition,
            Message = "it is a rule",
        });
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
    }
}
