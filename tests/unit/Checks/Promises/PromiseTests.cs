using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Checks.Promises;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Checks.Promises;

public sealed class PromiseTests
{
    private const string Rules = """
        groups:
        - name: g
          rules:
          - alert: ServiceDown
            expr: up{job="novacron-api"} == 0
            labels: {severity: critical, component: api}
          - alert: HighMemoryUsage
            expr: sum by (pod) (x) > 1
            labels: {severity: warning, component: api}
        """;

    private const string Routes = """
        route:
          receiver: slack-alerts
          group_by: [alertname, cluster, service]
          group_wait: 10s
          group_interval: 10s
          repeat_interval: 12h
          routes:
          - receiver: pagerduty-critical
            matchers: [severity="critical"]
            continue: true
          - receiver: slack-incidents
            matchers: [severity="critical"]
        receivers:
        - name: slack-alerts
          slack_configs: [{channel: '#alerts', api_url: 'https://hooks.slack.com/x'}]
        - name: pagerduty-critical
          pagerduty_configs: [{service_key: YOUR_PAGERDUTY_KEY}]
        - name: slack-incidents
          slack_configs:
          - channel: '#incidents'
            api_url: https://hooks.slack.com/x
        inhibit_rules:
        - source_matchers: [alertname="ServiceDown"]
          target_matchers: [alertname=~"High.*"]
          equal: [cluster, namespace]
        """;

    [Fact]
    public void What_the_strategy_promises_is_kept() => All(Routes).Should().BeEmpty();

    [Theory]
    [InlineData("continue: true", "continue: false", "alertmanager.yml:8:15 Error promise/receivers slack-incidents: of ServiceDown: expected it to be told, found that they end up at pagerduty-critical | route them there, too")]
    [InlineData("'#incidents'", "'#elsewhere'", "alertmanager.yml:20:5 Error promise/receivers slack-incidents: of ServiceDown: expected it to tell slack #incidents, found slack #elsewhere | let it tell slack #incidents")]
    [InlineData("  - receiver: slack-incidents\n    matchers: [severity=\"critical\"]", "  - receiver: slack-incidents\n    matchers: [severity=\"critical\"]\n    continue: true\n  - receiver: slack-alerts\n    matchers: [component=\"api\"]",
        "alertmanager.yml:14:15 Error promise/receivers slack-alerts: of ServiceDown: expected only pagerduty-critical and slack-incidents to be told, found it told, too | keep them from route > routes[2] {component=\"api\"}")]
    [InlineData("group_wait: 10s", "group_wait: 20s", "alertmanager.yml:4:15 Error promise/notification-times group_wait: the strategy says 10s, and 20s holds for ServiceDown, HighMemoryUsage | set group_wait to 10s")]
    [InlineData("  repeat_interval: 12h\n", "", "alertmanager.yml:7:5 Error promise/notification-times repeat_interval: the strategy says 12h, and 4h holds for ServiceDown | set repeat_interval to 12h")]
    [InlineData("cluster, service]", "cluster]", "alertmanager.yml:3:14 Error promise/grouping group_by: the strategy says alertname, cluster, service, and alertname, cluster holds for ServiceDown, HighMemoryUsage | group by alertname, cluster, service")]
    [InlineData("equal: [cluster, namespace]", "equal: [cluster]", "alertmanager.yml:23:3 Error promise/inhibited-by HighMemoryUsage: expected ServiceDown to inhibit it only where both agree in namespace, found that inhibit_rules[0] does not ask for that | add namespace to equal")]
    [InlineData("High.*", "ServiceDown", "alertmanager.yml:23:3 Error promise/inhibited-by HighMemoryUsage: expected ServiceDown to inhibit it, found no inhibition rule whose source matches ServiceDown, whose target matches it, and that can hold | add an inhibition rule with source alertname=\"ServiceDown\" and target alertname=\"HighMemoryUsage\"")]
    [InlineData("alertname=\"ServiceDown\"]\n  target_matchers: [alertname=~\"High.*\"]", "alertname=\"HighMemoryUsage\"]\n  target_matchers: [severity=\"critical\"]", "alertmanager.yml:23:3 Error promise/inhibited-by ServiceDown: expected nothing to inhibit it, found that HighMemoryUsage may, by inhibit_rules[0] | ask for more in source, target or equal")]
    [InlineData("alertname=\"ServiceDown\"", "alertname=\"ServiceGone\"", "alertmanager.yml:23:3 Error promise/inhibited-by HighMemoryUsage: expected ServiceDown to inhibit it, found no inhibition rule whose source matches ServiceDown, whose target matches it, and that can hold | add an inhibition rule with source alertname=\"ServiceDown\" and target alertname=\"HighMemoryUsage\"")]
    [InlineData("High.*", "Low.*", "alertmanager.yml:23:3 Error promise/inhibited-by HighMemoryUsage: expected ServiceDown to inhibit it, found no inhibition rule whose source matches ServiceDown, whose target matches it, and that can hold | add an inhibition rule with source alertname=\"ServiceDown\" and target alertname=\"HighMemoryUsage\"")]
    [InlineData("source_matchers: [alertname=\"ServiceDown\"]", "source_matchers: [alertnamex=\"ServiceDown\"]", "alertmanager.yml:23:3 Warning promise/inhibited-by HighMemoryUsage: expected ServiceDown to inhibit it, found that inhibit_rules[0] asks for alertnamex and alertname, which not every such alert surely has | ask for labels that the rules set")]
    public void A_broken_promise_is_found_at_its_place(string text, string replacement, string finding)
    {
        Routes.Should().Contain(text);

        All(Routes.Replace(text, replacement, StringComparison.Ordinal)).Should().Contain(finding);
    }

    [Fact]
    public void What_hangs_on_an_uncertain_label_is_no_promise_kept() =>
        All(Routes.Replace("  - receiver: pagerduty-critical", "  - receiver: slack-alerts\n    matchers: [pod=\"p\"]\n  - receiver: pagerduty-critical", StringComparison.Ordinal)).Should().Equal(
            "alertmanager.yml:9:16 Warning promise/receivers pagerduty-critical: of ServiceDown: expected it to be told, found that this hangs on pod, and not every such alert surely has that | ask for a label that the rules set",
            "alertmanager.yml:9:16 Warning promise/receivers slack-incidents: of ServiceDown: expected it to be told, found that this hangs on pod, and not every such alert surely has that | ask for a label that the rules set",
            "alertmanager.yml:9:16 Warning promise/receivers slack-alerts: of HighMemoryUsage: expected it to be told, found that this hangs on pod, and not every such alert surely has that | ask for a label that the rules set");

    [Fact]
    public void A_receiver_that_an_uncertain_label_cannot_lead_to_is_not_told() =>
        All(Routes.Replace("  - receiver: slack-incidents\n    matchers: [severity=\"critical\"]", "  - receiver: slack-incidents\n    matchers: [severity=\"none\", pod=\"p\"]", StringComparison.Ordinal)).Should().ContainSingle(
            f => f.StartsWith("alertmanager.yml:2:13 Error promise/receivers slack-incidents: of ServiceDown: expected it to be told, found that they end up at pagerduty-critical", StringComparison.Ordinal));

    [Fact]
    public void The_channel_counts_where_nobody_is_led_there_yet() =>
        All(Routes.Replace("continue: true", "continue: false", StringComparison.Ordinal).Replace("'#incidents'", "'#elsewhere'", StringComparison.Ordinal)).Should().HaveCount(2)
            .And.Contain(f => f.Contains("expected it to tell slack #incidents, found slack #elsewhere", StringComparison.Ordinal));

    private static string[] All(string routes)
    {
        var inhibited = SampleContracts.DwcpPacketLoss with { Alert = "HighMemoryUsage", InhibitedBy = ["ServiceDown"], Receivers = [new("slack-alerts", SampleContracts.Warnings, [])] };
        var subject = CheckedText.Subject([SampleContracts.ServiceDown, inhibited], ("rules/r.yml", Rules), ("alertmanager.yml", routes));
        ICheck[] checks = [new Assertions.Checks.Promises.Receivers(), new NotificationTimes(), new Grouping(), new InhibitedBy()];
        return [.. checks.SelectMany(c => CheckedText.Say(c, subject))];
    }
}
