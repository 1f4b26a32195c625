using NovaCron.Validation.Assertions.Checks.Templates;

namespace NovaCron.Validation.Tests.Unit.Checks.Templates;

public sealed class RefusedTests
{
    private const string Fix = "a name alone calls a function; read a metric by query, as in {{ with query \"METRIC\" }}{{ . | first | value }}{{ end }}, and a label by $labels.NAME";

    [Fact]
    public void A_refused_template_takes_every_alert_of_its_file_along() =>
        CheckedText.Say(new Refused(), CheckedText.Subject([], ("rules/a.yml", Rules("One", "up", "{{ $value }}") + Rule("Two", "up", "max {{ limit }}") + Rule("Three", "up", "x")), ("rules/b.yml", Rules("Four", "up", "x")))).Should().Equal(
            $"rules/a.yml:11:28 Error template/refused Two: Prometheus refuses the template of the annotation description, and the whole file with it: function \"limit\" not defined | {Fix}",
            "rules/a.yml:4:12 Error template/refused One: it is not loaded, since Prometheus refuses the whole file for the template of Two at rules/a.yml:11:28 | mend the template of Two",
            "rules/a.yml:12:12 Error template/refused Three: it is not loaded, since Prometheus refuses the whole file for the template of Two at rules/a.yml:11:28 | mend the template of Two");

    [Fact]
    public void A_label_and_a_block_of_text_are_read_too() =>
        CheckedText.OfRules(new Refused(), "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: up\n    labels:\n      team: '{{ $label.team }}'\n    annotations:\n      description: |\n        first\n        {{ if $value }}x\n").Should().Equal(
            "rules/r.yml:7:17 Error template/refused A: Prometheus refuses the template of the label team, and the whole file with it: undefined variable \"$label\" | write $labels, $value, $externalLabels or $externalURL, or set the variable before",
            "rules/r.yml:11:9 Error template/refused A: Prometheus refuses the template of the annotation description, and the whole file with it: unexpected EOF: no {{end}} for what begins here | add {{ end }}");

    [Fact]
    public void A_message_that_Alertmanager_cannot_read_is_found() =>
        CheckedText.OfAlertmanager(new Refused(), "route: {receiver: team}\nreceivers:\n- name: team\n  slack_configs:\n  - api_url: https://hooks.slack.com/x\n    channel: '#a'\n    title: 'x {{ $labels.pod }}'\n    fields:\n    - title: a\n      value: '{{ humanize 1 }}'\n").Should().Equal(
            "alertmanager.yml:7:18 Error template/refused team: Alertmanager cannot read the template of slack's title, so that no message of it is ever sent: undefined variable \"$labels\"",
            "alertmanager.yml:10:18 Error template/refused team: Alertmanager cannot read the template of slack's fields[0].value, so that no message of it is ever sent: function \"humanize\" not defined | a name alone calls a function; read a field with a dot before it, as in .CommonLabels.NAME");

    [Fact]
    public void A_template_file_that_Alertmanager_refuses_is_found() =>
        CheckedText.Say(new Refused(), CheckedText.Subject([], ("alertmanager.yml", "route: {receiver: team}\nreceivers: [{name: team}]\ntemplates: [/etc/alertmanager/*.tmpl]\n"), ("a.tmpl", "{{ define \"a\" }}\nx {{ end"), ("other/b.txt", "{{"))).Should().Equal(
            "a.tmpl:2:3 Error template/refused a.tmpl: Alertmanager refuses the template file, and its whole configuration with it: unclosed action");

    [Fact]
    public void Templates_that_are_read_are_not_found() =>
        CheckedText.Say(new Refused(), CheckedText.Subject([], ("rules/a.yml", Rules("A", "up", "{{ with query \\\"up\\\" }}{{ . | first | value }}{{ end }} {{ $labels.pod }}")),
            ("alertmanager.yml", "route: {receiver: team}\nreceivers: [{name: team, webhook_configs: [{url: 'http://x/{{ z }}'}], pushover_configs: [{url: 'http://x/{{ y }}', http_config: {proxy_url: 'http://{{'}}]}]\ntemplates: [b.tmpl]\n"), ("a.tmpl", "{{ not named by templates"))).Should().Equal(
            "alertmanager.yml:2:110 Error template/refused team: Alertmanager cannot read the template of pushover's url, so that no message of it is ever sent: function \"y\" not defined | a name alone calls a function; read a field with a dot before it, as in .CommonLabels.NAME");

    internal static string Rules(string alert, string expression, string description) => "groups:\n- name: g\n  rules:\n" + Rule(alert, expression, description);

    internal static string Rule(string alert, string expression, string description) =>
        $"  - alert: {alert}\n    expr: {expression}\n    annotations:\n      description: \"{description}\"\n";
}
