using NovaCron.Validation.Assertions.Checks.Promises;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Checks.Promises;

public sealed class MessageTests
{
    private const string Rules = """
        groups:
        - name: g
          rules:
          - alert: ServiceDown
            expr: up{job="novacron-api"} == 0
            labels: {severity: critical, component: api}
            annotations: {summary: it is down, description: 'pod {{ $labels.pod }}'}
          - alert: CacheDown
            expr: redis_up == 0
            labels: {severity: critical, component: cache}
            annotations: {summary: it is gone, description: gone}
        """;

    private const string Routes = """
        route:
          receiver: slack-incidents
          group_by: [alertname]
          routes:
          - {receiver: pager, continue: true}
          - {receiver: slack-incidents}
        receivers:
        - name: slack-incidents
          slack_configs:
          - channel: '#incidents'
            title: 'CRITICAL: {{ .GroupLabels.alertname }}'
            text: |
              *Severity:* {{ .CommonLabels.severity }}
              *Component:* {{ .CommonLabels.component }}
              {{ range .Alerts }}
              *Alert:* {{ .Annotations.summary }}
              *Description:* {{ .Annotations.description }}
              {{ end }}
        - name: pager
          pagerduty_configs:
          - routing_key: key
            severity: '{{ .CommonLabels.severity }}'
            description: '{{ .GroupLabels.alertname }}'
            details: {firing: '{{ .Alerts.Firing | len }}'}
        """;

    private const string Both = "of ServiceDown, CacheDown: ";

    [Fact]
    public void A_message_that_says_what_is_promised_is_right() => Find(Routes).Should().BeEmpty();

    [Theory]
    [InlineData("Severity:* {{ .CommonLabels.severity }}", "Severity:* {{ .CommonLabels.severityx }}", "alertmanager.yml:13:7 Error promise/message slack-incidents: " + Both + "expected the field Severity to say \"critical\", found that \"*Severity:* {{ .CommonLabels.severityx }}\" does not, or not surely | let Severity say what the strategy promises")]
    [InlineData("Severity:* {{ .CommonLabels.severity }}", "Severity:* {{ .GroupLabels.severity }}", "alertmanager.yml:13:7 Error promise/message slack-incidents: " + Both + "expected a value in the field Severity, found that \"*Severity:* {{ .GroupLabels.severity }}\" leaves it empty | let Severity say what the strategy promises")]
    [InlineData("Severity:* {{ .CommonLabels.severity }}", "Severity:* {{ .CommonLabels.component }}", "alertmanager.yml:13:7 Error promise/message slack-incidents: " + Both + "expected the field Severity to say \"critical\", found that \"*Severity:* {{ .CommonLabels.component }}\" does not, or not surely | let Severity say what the strategy promises")]
    [InlineData("*Severity:* {{", "*Gravity:* {{", "alertmanager.yml:10:5 Error promise/message slack-incidents: " + Both + "expected the field Severity, found only channel, title, text, Gravity, Component, Alert, Description | let Severity say what the strategy promises")]
    [InlineData(".CommonLabels.component", ".CommonLabels.team", "alertmanager.yml:14:7 Error promise/message slack-incidents: " + Both + "expected the field Component to say what the strategy promises of each, found that \"*Component:* {{ .CommonLabels.team }}\" does not, or not surely | let Component say what the strategy promises")]
    [InlineData(".Annotations.description", ".Annotations.descriptionx", "alertmanager.yml:17:7 Error promise/message slack-incidents: " + Both + "expected a value in the field Description, found that \"*Description:* {{ .Annotations.descriptionx }}\" leaves it empty | let Description say what the strategy promises")]
    [InlineData("{{ .Annotations.summary }}", "{{ .Annotations.description }}", "alertmanager.yml:16:7 Error promise/message slack-incidents: " + Both + "expected the field Alert to say what the strategy promises of each, found that \"*Alert:* {{ .Annotations.description }}\" does not, or not surely | let Alert say what the strategy promises")]
    [InlineData("CRITICAL: {{ .GroupLabels.alertname }}", "CRITICAL: {{ .GroupLabels.alertnamex }}", "alertmanager.yml:11:13 Error promise/message slack-incidents: " + Both + "expected the field title to say what the strategy promises of each, found that \"CRITICAL: {{ .GroupLabels.alertnamex }}\" does not, or not surely | let title say what the strategy promises")]
    [InlineData("    severity: '{{ .CommonLabels.severity }}'", "    severity: '{{ .CommonLabels.severityx }}'", "alertmanager.yml:22:16 Error promise/message pager: " + Both + "expected the field severity to say \"critical\", found that \"{{ .CommonLabels.severityx }}\" does not, or not surely | let severity say what the strategy promises")]
    [InlineData("    severity: '{{ .CommonLabels.severity }}'\n", "", "alertmanager.yml:21:5 Error promise/message pager: " + Both + "expected the field severity to say \"critical\", found that Alertmanager's default, \"error\", does not, or not surely | let severity say what the strategy promises")]
    [InlineData("routing_key: key", "service_key: key", "alertmanager.yml:21:5 Error promise/message pager: " + Both + "expected the field severity, found only service_key, description, firing | let severity say what the strategy promises")]
    public void One_that_does_not_is_found_at_its_place(string text, string replacement, string finding)
    {
        Routes.Should().Contain(text);

        Find(Routes.Replace(text, replacement, StringComparison.Ordinal)).Should().Equal(finding);
    }

    [Theory]
    [InlineData("*Severity:* {{ .CommonLabels.severity }}", "{{ template \"slack.default.text\" . }}")]
    [InlineData("{{ .CommonLabels.severity }}", "{{ .CommonLabels.severity | title }}")]
    [InlineData("    title: 'CRITICAL: {{ .GroupLabels.alertname }}'\n", "")]
    [InlineData("    description: '{{ .GroupLabels.alertname }}'\n", "")]
    [InlineData("{{ .CommonLabels.severity }}", "{{ with .CommonLabels }}{{ .severity }}{{ end }}")]
    [InlineData("{{ .CommonLabels.severity }}", "{{ .CommonLabels.severity")]
    public void What_cannot_be_followed_is_not_judged(string text, string replacement) => Find(Routes.Replace(text, replacement, StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Fields_of_an_attachment_count() =>
        Find(Routes.Replace("      *Severity:* {{ .CommonLabels.severity }}\n", "", StringComparison.Ordinal)
            .Replace("    title: 'CRIT", "    fields: [{title: Severity, value: '{{ .CommonLabels.severity }}'}]\n    title: 'CRIT", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Without_promises_nothing_is_said() =>
        CheckedText.Say(new Message(), CheckedText.Subject([], ("rules/r.yml", Rules), ("alertmanager.yml", Routes.Replace(".CommonLabels.", ".GroupLabels.", StringComparison.Ordinal)))).Should().BeEmpty();

    private static IReadOnlyList<string> Find(string routes) =>
        CheckedText.Say(new Message(), CheckedText.Subject([Contract("ServiceDown", "api", "it is down"), Contract("CacheDown", "cache", "it is gone")], ("rules/r.yml", Rules), ("alertmanager.yml", routes)));

    private static AlertContract Contract(string alert, string component, string summary) => SampleContracts.ServiceDown with
    {
        Alert = alert,
        Component = component,
        Receivers =
        [
            new("slack-incidents", SampleContracts.Incidents,
                [new("title", alert), new("Severity", "critical"), new("Component", component), new("Alert", summary), new("Description")]),
            new("pager", SampleContracts.PagerDuty, [new("description", alert), new("severity", "critical")]),
        ],
    };
}
