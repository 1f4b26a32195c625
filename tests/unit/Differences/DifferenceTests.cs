using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Differences;
using NovaCron.Validation.Tests.Unit.Checks;

namespace NovaCron.Validation.Tests.Unit.Differences;

public sealed class DifferenceTests
{
    private const string Rules = """
        groups:
        - name: g
          interval: 30s
          rules:
          - alert: Slow
            expr: rate(errors_total[5m]) > 0.1
            for: 5m
            labels: {severity: warning, team: a}
            annotations:
              summary: "it is slow"
          - alert: Down
            expr: up == 0
            labels: {severity: critical}
        """;

    private const string Routes = """
        route:
          receiver: mail
          group_by: [alertname]
          group_wait: 10s
          group_interval: 1m
          repeat_interval: 4h
          routes:
          - receiver: pager
            matchers: [severity="critical"]
        receivers:
        - name: mail
          email_configs: [{to: 'a@example.org', from: b@example.org, smarthost: 'localhost:25'}]
        - name: pager
          pagerduty_configs:
          - routing_key: key
            description: down
        inhibit_rules:
        - source_matchers: [alertname="Down"]
          target_matchers: [alertname="Slow"]
          equal: [job]
        """;

    [Fact]
    public void The_same_is_no_difference_nor_is_another_form_of_the_same() =>
        Compare(Rules.Replace("rate(errors_total[5m]) > 0.1", "(rate(errors_total[300s])  > 1e-1)", StringComparison.Ordinal).Replace("up == 0", "up==0 # down", StringComparison.Ordinal), Routes)
            .Should().BeEmpty();

    [Theory]
    [InlineData("> 0.1", "> 0.2", "rules/r.yml:6:11 other-threshold Slow: fired at > 0.1, fires at > 0.2")]
    [InlineData("> 0.1", "< 0.1", "rules/r.yml:6:11 other-threshold Slow: fired at > 0.1, fires at < 0.1")]
    [InlineData("[5m]", "[10m]", "rules/r.yml:6:11 other-window Slow: looked back over 5m, looks back over 10m")]
    [InlineData("rate(errors_total[5m])", "rate(errors_total[5m]) / rate(errors_total[1m])", "rules/r.yml:6:11 other-window Slow: looked back over 5m, looks back over 5m and 1m")]
    [InlineData("errors_total", "failures_total", "rules/r.yml:6:11 other-condition Slow: asked for rate(errors_total[5m]) > 0.1, asks for rate(failures_total[5m]) > 0.1")]
    [InlineData("rate(errors_total[5m]) > 0.1", "increase(errors_total[5m]) > 30", "rules/r.yml:6:11 other-threshold Slow: fired at > 0.1, fires at > 30")]
    [InlineData("rate(errors_total[5m]) > 0.1", "increase(errors_total[5m]) > 30", "rules/r.yml:6:11 other-condition Slow: asked for rate(errors_total[5m]) > 0.1, asks for increase(errors_total[5m]) > 30")]
    [InlineData("for: 5m", "for: 15m", "rules/r.yml:7:10 fires-later Slow: fired after 5m, fires 10m later, after 15m")]
    [InlineData("for: 5m", "for: 1m", "rules/r.yml:7:10 fires-earlier Slow: fired after 5m, fires 4m earlier, after 1m")]
    [InlineData("for: 5m", "for: 5m\n    keep_firing_for: 10m", "rules/r.yml:8:22 resolves-later Slow: went on firing for 0s after its condition, goes on for 10m")]
    [InlineData("interval: 30s", "interval: 1m", "rules/r.yml:3:13 other-interval Slow: was evaluated every 30s, is evaluated every 1m")]
    [InlineData("it is slow", "it crawls", "rules/r.yml:10:16 says-something-else Slow: its annotation summary said \"it is slow\", says \"it crawls\"")]
    [InlineData("team: a", "team: b", "rules/r.yml:8:39 other-label Slow: its label team said \"a\", says \"b\"")]
    [InlineData("alert: Slow", "alert: Lame", "rules/r.yml:5:5 alert-gone Slow: nobody is told of it any more")]
    [InlineData("alert: Slow", "alert: Lame", "rules/r.yml:5:5 alert-added Lame: is new")]
    [InlineData("severity: critical", "severity: info", "alertmanager.yml:2:3 reaches-others Down: reached pager, reaches mail")]
    public void An_edit_of_a_rule_is_told_as_people_on_call_feel_it(string text, string replacement, string difference)
    {
        Rules.Should().Contain(text);

        Compare(Rules.Replace(text, replacement, StringComparison.Ordinal), Routes).Should().Contain(difference);
    }

    [Theory]
    [InlineData("severity=\"critical\"", "severity=\"page\"", "alertmanager.yml:2:3 reaches-others Down: reached pager, reaches mail")]
    [InlineData("group_wait: 10s", "group_wait: 1m", "alertmanager.yml:8:5 told-later Down: pager: was told 10s after it fired, is told after 1m")]
    [InlineData("repeat_interval: 4h", "repeat_interval: 1h", "alertmanager.yml:8:5 repeated-otherwise Down: pager: was told again every 4h, is told again every 1h")]
    [InlineData("[alertname]", "[severity]", "alertmanager.yml:8:5 grouped-otherwise Down: pager: was grouped by alertname, is grouped by severity")]
    [InlineData("description: down", "description: up", "alertmanager.yml:16:18 says-something-else pager: pagerduty.description was \"down\", is \"up\"")]
    [InlineData("    description: down\n", "", "alertmanager.yml:16:18 says-something-else pager: pagerduty.description was \"down\", is missing")]
    [InlineData("equal: [job]", "equal: [pod]", "alertmanager.yml:18:3 inhibition-added {alertname=\"Down\"} over {alertname=\"Slow\"} of equal pod: inhibits from now on")]
    [InlineData("equal: [job]", "equal: [pod]", "alertmanager.yml:18:3 inhibition-gone {alertname=\"Down\"} over {alertname=\"Slow\"} of equal job: no longer inhibits")]
    public void An_edit_of_routes_or_receivers_is_told_as_people_on_call_feel_it(string text, string replacement, string difference)
    {
        Routes.Should().Contain(text);

        Compare(Rules, Routes.Replace(text, replacement, StringComparison.Ordinal)).Should().Contain(difference);
    }

    [Fact]
    public void A_number_within_an_expression_is_a_difference() => DifferenceJob.Of(Subject("count(up > 5) > 3"), Subject("count(up > 6) > 3")).Select(d => d.Kind).Should().Equal("other-condition");

    [Fact]
    public void Who_is_told_twice_is_a_difference() =>
        Compare(Rules, Routes.Replace("  - receiver: pager\n", "  - receiver: pager\n    continue: true\n", StringComparison.Ordinal).Replace("  routes:\n", "  routes:\n  - {receiver: pager, continue: true}\n", StringComparison.Ordinal))
            .Should().Contain(d => d.Contains("reaches-others Down: reached pager, reaches pager and pager", StringComparison.Ordinal));

    private static CheckSubject Subject(string expression) => CheckedText.Subject([], ("rules/r.yml", $"groups:\n- name: g\n  rules:\n  - alert: A\n    expr: {expression}\n"));

    private static IEnumerable<string> Compare(string rules, string routes) =>
        DifferenceJob.Of(CheckedText.Subject([], ("rules/r.yml", Rules), ("alertmanager.yml", Routes)), CheckedText.Subject([], ("rules/r.yml", rules), ("alertmanager.yml", routes)))
            .Select(d => $"{d.Position} {d.Kind} {d.Subject}: {d.Message}");
}
