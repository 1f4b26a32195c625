using NovaCron.Validation.Assertions.Mutations;
using NovaCron.Validation.Tests.Unit.Checks;

namespace NovaCron.Validation.Tests.Unit.Mutations;

public sealed class MutatorTests
{
    private const string Rules = """
        groups:
        - name: g
          interval: 30s
          rules:
          - alert: Errors
            expr: |
              sum by (job, pod) (rate(errors_total{job="api", code=~"5.."}[5m])) > 0.1
            for: 5m
            labels:
              severity: warning
              team: a
            annotations:
              summary: "{{ $labels.pod }} has {{ $value | humanize }}"
        """;

    private const string Routes = """
        route:
          receiver: mail
          group_by: [alertname]
          group_wait: 30s
          routes:
          - receiver: pager
            match:
              severity: critical
            continue: true
          - receiver: chat
            matchers: [team="a"]
        receivers:
        - name: mail
        - name: pager
          pagerduty_configs:
          - routing_key: key
            description: '{{ .CommonLabels.alertname }}'
        - name: chat
          slack_configs:
          - channel: '#c'
            api_url: https://hooks.slack.com/x
            send_resolved: true
        inhibit_rules:
        - source_match: {severity: critical}
          target_match: {severity: warning}
          equal: [job]
        """;

    [Theory]
    [InlineData("threshold", "0.1 -> 0.12", "0.1 -> 0.08000000000000002")]
    [InlineData("comparator", "> -> <", "> -> >=")]
    [InlineData("range", "5m -> 15m", "5m -> 1m")]
    [InlineData("matcher", "job=\"api\", -> nothing", "job -> jobx", "api -> xapi", "code=~\"5..\" -> nothing", "code -> codex", "5.. -> x5..")]
    [InlineData("aggregation-label", "job, -> nothing", "job -> jobx", "pod -> nothing", "pod -> podx")]
    [InlineData("metric", "errors_total -> errors_totalx")]
    [InlineData("function", "rate -> increase")]
    [InlineData("for", "5m -> 10m", "5m -> 150s", "for dropped", "keep_firing_for: 30m added")]
    [InlineData("label", "label severity dropped", "label severity -> severityx", "warning -> critical", "warning -> info", "label team dropped", "label team -> teamx", "a -> ax")]
    [InlineData("annotation", "annotation summary dropped", "pod -> podx", "value -> valuex", "humanize -> humanizex")]
    [InlineData("alert", "Errors -> ErrorsX", "rule dropped")]
    [InlineData("interval", "30s -> 1m")]
    [InlineData("route-order", "before chat -> behind it", "route dropped", "route dropped")]
    [InlineData("continue", "true -> false", "continue: true added")]
    [InlineData("receiver", "mail -> pager", "pager -> chat", "chat -> mail")]
    [InlineData("notification-time", "30s -> 90s", "30s -> 15s")]
    [InlineData("group-by", "alertname -> alertnamex", "alertname dropped")]
    [InlineData("destination", "key -> keyx", "#c -> #cx", "true -> false", "send_resolved dropped")]
    [InlineData("message-field", "description: .CommonLabels -> .CommonLabelsx", "description: .alertname -> .alertnamex")]
    [InlineData("inhibition", "job -> jobx", "job dropped", "rule dropped")]
    public void Every_place_of_an_edit_is_found(string name, params string[] edits) =>
        MutatorCatalogue.All.Single(m => m.Name == name).Of(CheckedText.Subject([], ("rules/r.yml", Rules), ("alertmanager.yml", Routes))).Select(m => m.Description).Should().Equal(edits);

    [Fact]
    public void Every_edit_changes_the_file_at_its_place_and_nothing_else_but_whole_lines()
    {
        var subject = CheckedText.Subject([], ("rules/r.yml", Rules), ("alertmanager.yml", Routes));
        foreach (var mutant in MutatorCatalogue.All.SelectMany(m => m.Of(subject)))
        {
            var (before, after) = ((mutant.Position.File == "alertmanager.yml" ? Routes : Rules).Split('\n'), mutant.Text.Split('\n'));

            after.Should().NotEqual(before, mutant.ToString());
            before[..(mutant.Position.Line - 1)].Should().Equal(after[..(mutant.Position.Line - 1)], mutant.ToString());
        }
    }

    [Theory]
    [InlineData("[a, 'b', \"c\"]", "['b', \"c\"]", "[a, \"c\"]", "[a, 'b', ]")]
    [InlineData("\n  - a\n  - b", "\n  - b", "\n  - a")]
    [InlineData("[ab, b]", "[b]", "[ab, ]")]
    public void An_item_of_a_list_is_dropped_alone(string written, params string[] left)
    {
        const string routes = "route:\n  receiver: r\n  group_by: {0}\n  group_wait: 30s\nreceivers: [{{name: r}}]\n";
        var subject = CheckedText.Subject([], ("alertmanager.yml", string.Format(System.Globalization.CultureInfo.InvariantCulture, routes, written)));

        MutatorCatalogue.All.Single(m => m.Name == "group-by").Of(subject).Where(m => m.Description.EndsWith("dropped", StringComparison.Ordinal)).Select(m => m.Text)
            .Should().Equal(left.Select(l => string.Format(System.Globalization.CultureInfo.InvariantCulture, routes, l)));
    }

    [Fact]
    public void A_dropped_rule_leaves_the_others() =>
        MutatorCatalogue.All.Single(m => m.Name == "alert").Of(CheckedText.Subject([], ("rules/r.yml", Rules + "\n  - alert: Other\n    expr: up == 0\n")))
            .Where(m => m.Description == "rule dropped").Select(m => m.Text).First().Should().EndWith("  rules:\n  - alert: Other\n    expr: up == 0\n");
}
