using System.Text.Json;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Recipients;
using NovaCron.Validation.Assertions.Reports.Check;
using NovaCron.Validation.Scenarios.Commands;
using NovaCron.Validation.Tests.Unit.Architecture;
using NovaCron.Validation.Tests.Unit.Checks;
using NovaCron.Validation.Tests.Unit.Reports;
using NovaCron.Validation.Tests.Unit.Reports.Check;

namespace NovaCron.Validation.Tests.Unit.Recipients;

public sealed class AlertRecipientsTests
{
    private const string Rules = """
        groups:
        - name: g
          rules:
          - alert: Down
            expr: up == 0
            for: 1m
            labels: {severity: critical, component: api}
          - alert: Slow
            expr: rate(latency_total[5m]) > 1
            for: 5m
            labels: {severity: warning, component: api}
          - alert: Total
            expr: sum by (team) (x) > 1
            labels: {severity: info}
        """;

    private const string Routes = """
        route:
          receiver: nobody
          group_by: [alertname, instance]
          group_wait: 10s
          repeat_interval: 12h
          routes:
          - {matchers: [severity=critical], receiver: pager, group_by: [...], repeat_interval: 30m}
          - {matchers: [team=~"data.*"], receiver: data, mute_time_intervals: [nights], active_time_intervals: [summer]}
          - {matchers: [severity=warning], receiver: chat, group_by: [], continue: true}
          - {matchers: [component=api], receiver: hook}
        time_intervals:
        - {name: nights, time_intervals: [{times: [{start_time: '20:00', end_time: '24:00'}]}]}
        - {name: summer, time_intervals: [{months: ['6:8']}]}
        receivers:
        - {name: nobody}
        - {name: pager, pagerduty_configs: [{routing_key: a-secret}]}
        - {name: data, email_configs: [{to: a@example.org, from: b@example.org, smarthost: 'localhost:25'}]}
        - {name: chat, slack_configs: [{api_url: 'http://localhost/a-secret', channel: '#api'}]}
        - {name: hook, webhook_configs: [{url: 'http://localhost/a-secret'}]}
        inhibit_rules:
        - {source_matchers: [severity=critical], target_matchers: [severity=~"warning|info"], equal: [component]}
        """;

    [Fact]
    public void Every_alert_is_told_to_whom_its_labels_may_lead_and_by_whom_it_may_be_inhibited() =>
        Golden.Compare(PlainConsole.Of(120, console => new CheckText(console).Write(Result(Subject()))), "recipients.txt");

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void The_text_is_no_wider_than_the_terminal(int width) =>
        PlainConsole.Of(width, console => new CheckText(console).Write(Result(Subject()))).Split('\n').Max(l => l.Length).Should().BeLessThanOrEqualTo(width);

    [Fact]
    public void The_json_has_it_and_no_secret()
    {
        var json = CheckJson.Serialize(Result(Subject()), ExitCode.AsExpected);

        var slow = JsonDocument.Parse(json).RootElement.GetProperty("recipients").EnumerateArray().Single(a => a.GetProperty("alert").GetString() == "Slow");
        slow.GetProperty("recipients").EnumerateArray().Select(r => (r.GetProperty("receiver").GetString(), r.GetProperty("certain").GetBoolean(), r.GetProperty("afterSeconds").GetDouble()))
            .Should().Equal(("data", false, 310), ("chat", false, 310), ("hook", false, 310));
        slow.GetProperty("inhibitors")[0].GetProperty("sources")[0].GetString().Should().Be("Down");
        json.Should().NotContain("a-secret");
    }

    [Fact]
    public void Without_routes_nobody_is_named() =>
        PlainConsole.Of(120, console => new CheckText(console).Write(Result(CheckedText.Subject([], ("r.yml", Rules))))).Should().Contain("there is no alerting rule, or no alertmanager.yml");

    [Theory]
    [InlineData("documented")]
    [InlineData("corrected")]
    public void The_projects_own_alerts_are_told_to_whom_their_certain_labels_lead(string name)
    {
        var subject = CheckedConfiguration.Load(Path.Combine(Repository.Own().Root, "environments", "monitoring", name)).Subject;

        foreach (var (alert, rule) in AlertRecipients.Of(subject).Zip(subject.Rules))
        {
            alert.Recipients.Where(r => r.IsCertain).Select(r => r.Route).Should().Equal(subject.Routes!.Match(rule.AlertLabels.Certain).Select(r => r.Route), alert.Alert);
        }
    }

    private static CheckSubject Subject() => CheckedText.Subject([], ("prometheus.yml", "global: {}\n"), ("r.yml", Rules), ("alertmanager.yml", Routes));

    private static CheckResult Result(CheckSubject subject) => SampleCheck.Result with { Findings = [], Recipients = AlertRecipients.Of(subject) };
}
