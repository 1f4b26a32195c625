using NovaCron.Validation.Assertions.Checks.Messages;

namespace NovaCron.Validation.Tests.Unit.Checks.Messages;

public sealed class EmptyFieldTests
{
    private const string Rules = "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: sum by (job) (up)\n    labels: {severity: critical}\n    annotations: {summary: x}\n  - alert: B\n    expr: up\n    labels: {severity: info}\n";
    private const string Prometheus = "global:\n  external_labels: {cluster: c}\n";

    [Theory]
    [InlineData("{{ .GroupLabels.severity }}", "Error message/empty-field team: .GroupLabels.severity is always empty: GroupLabels holds only what the routes to team group by, alertname, job | read .CommonLabels.severity, or add severity to group_by")]
    [InlineData("{{ .GroupLabels.pod }}", "Error message/empty-field team: .GroupLabels.pod is always empty: GroupLabels holds only what the routes to team group by, alertname, job | do not read it")]
    [InlineData("{{ .CommonLabels.pod }}", "Warning message/empty-field team: .CommonLabels.pod is always empty: no alert of this configuration that can reach team has the label pod | add the label to the rules, or do not read it")]
    [InlineData("{{ .CommonAnnotations.runbook }}", "Warning message/empty-field team: .CommonAnnotations.runbook is always empty: no alert of this configuration that can reach team has the annotation runbook | add the annotation to the rules, or do not read it")]
    [InlineData("{{ range .Alerts }}{{ .Labels.pod }}{{ end }}", "Warning message/empty-field team: .Labels.pod is always empty: no alert of this configuration that can reach team has the label pod | add the label to the rules, or do not read it", 43)]
    [InlineData("{{ template \"t\" . }}", "Error message/empty-field team: .GroupLabels.team is always empty: GroupLabels holds only what the routes to team group by, alertname, job | do not read it", 0, "t.tmpl:2:4")]
    public void A_field_that_is_always_empty_is_found(string text, string finding, int column = 24, string? place = null) =>
        Find(text).Should().Equal($"{place ?? $"alertmanager.yml:10:{column}"} {finding}");

    [Theory]
    [InlineData("{{ .GroupLabels.alertname }} {{ .CommonLabels.severity }} {{ .CommonLabels.cluster }} {{ .CommonLabels.job }} {{ .CommonAnnotations.summary }}")]
    [InlineData("{{ if .GroupLabels.severity }}{{ .GroupLabels.severity }}{{ end }}{{ with .CommonLabels.pod }}{{ . }}{{ end }}")]
    [InlineData("{{ .GroupLabels.SortedPairs }} {{ .CommonLabels.Names }} {{ .Status }} {{ len .Alerts }}")]
    [InlineData("{{ range .Alerts.Firing }}{{ .Annotations.summary }}{{ .StartsAt }}{{ end }}")]
    [InlineData("{{ .GroupLabels.severity")]
    public void A_field_that_may_be_there_is_not(string text) => Find(text).Should().BeEmpty();

    [Fact]
    public void Nothing_is_said_of_what_groups_by_all_or_gets_unknown_alerts()
    {
        const string message = "receivers:\n- name: team\n  pushover_configs:\n  - url: 'http://x/{{ .GroupLabels.pod }}{{ .CommonLabels.pod }}'\n";

        CheckedText.OfAlertmanager(new EmptyField(), "route: {receiver: team, group_by: ['...']}\n" + message).Should().BeEmpty();
        CheckedText.Say(new EmptyField(), CheckedText.Subject([], ("alertmanager.yml", "route: {receiver: team, group_by: [pod]}\n" + message), ("r.yml", "groups: [{name: g, rules: [{alert: A, expr: sum(up)}]}]\n")))
            .Should().BeEmpty("without prometheus.yml nothing is known of external labels");
        CheckedText.Say(new EmptyField(), CheckedText.Subject([], ("alertmanager.yml", "route: {receiver: team, group_by: [pod]}\n" + message), ("r.yml", "groups: [{name: g, rules: [{alert: A, expr: sum(up)}]}]\n"),
            ("prometheus.yml", "alerting: {alert_relabel_configs: [{target_label: pod, replacement: x}]}\n"))).Should().BeEmpty("relabelling may add any label");
    }

    private static IReadOnlyList<string> Find(string text)
    {
        const string head = "route:\n  receiver: other\n  group_by: [alertname]\n  routes:\n  - {matchers: [severity=critical], receiver: team, group_by: [alertname, job]}\n";
        var receivers = "receivers:\n- name: other\n- name: team\n  pushover_configs:\n  - {url: 'http://x/" + text + "'}\ntemplates: ['*.tmpl']\n";
        return CheckedText.Say(new EmptyField(), CheckedText.Subject([], ("alertmanager.yml", head + receivers), ("rules/r.yml", Rules), ("prometheus.yml", Prometheus), ("t.tmpl", "{{ define \"t\" }}\n{{ .GroupLabels.team }}{{ end }}")));
    }
}
