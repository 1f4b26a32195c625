using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Checks.Inhibitions;

namespace NovaCron.Validation.Tests.Unit.Checks.Inhibitions;

public sealed class InhibitionTests
{
    private const string Down = "  - {source_matchers: [alertname=Down], target_matchers: [alertname=Cpu], equal: [namespace]}\n";
    private const string Prometheus = "scrape_configs:\n- job_name: api\n  kubernetes_sd_configs: [{role: pod}]\n  relabel_configs: [{source_labels: [__meta_kubernetes_namespace], target_label: namespace}]\n";

    [Theory]
    [InlineData("up{job='api'} == 0", "sum by (pod) (cpu) > 1", "rules/r.yml:5:58 Error inhibition/labels-lost Cpu: Down never inhibits it: they must agree in namespace, which sum by (pod) drops here and Down has | add namespace to by")]
    [InlineData("up{namespace='x'} == 0", "sum(cpu) by (pod) > 1", "rules/r.yml:5:63 Error inhibition/labels-lost Cpu: Down never inhibits it: they must agree in namespace, which sum by (pod) drops here and Down has | add namespace to by")]
    [InlineData("count(up{job='api'} == 0) > 1", "cpu{namespace=~'a.+'} > 1", "rules/r.yml:4:56 Error inhibition/labels-lost Cpu: Down never inhibits Cpu: they must agree in namespace, which count drops here and Cpu has | keep namespace, as with by (namespace)")]
    public void An_alert_whose_aggregation_drops_a_label_is_found(string down, string cpu, string finding) => CheckedText.Say(new LabelsLost(), Subject(Down, down, cpu)).Should().Equal(finding);

    [Theory]
    [InlineData("up{job='api'} == 0", "sum by (namespace, pod) (cpu) > 1")]
    [InlineData("up{job='other'} == 0", "sum by (pod) (cpu) > 1")]
    [InlineData("up == 0", "sum by (pod) (cpu) > 1")]
    [InlineData("sum(up) == 0", "sum by (pod) (cpu) > 1")]
    [InlineData("up{namespace='x'} == 0", "cpu{namespace='y'} > 1")]
    [InlineData("up{namespace='x'} == 0", "cpu{namespace=''} > 1")]
    [InlineData("up{job='api'} == 0", "sum by (")]
    public void One_that_may_be_inhibited_or_loses_no_label_is_not(string down, string cpu) => CheckedText.Say(new LabelsLost(), Subject(Down, down, cpu)).Should().BeEmpty();

    [Fact]
    public void Unknown_external_labels_keep_it_from_being_said() =>
        CheckedText.Say(new LabelsLost(), CheckedText.Subject([], ("rules/r.yml", Rules("up{namespace='x'}", "sum(cpu)")), ("alertmanager.yml", Alertmanager(Down)))).Should().BeEmpty();

    [Theory]
    [InlineData("{source_matchers: [severity=critical], target_matchers: [severity=warning], equal: [alertname]}", "source and target never agree in alertname")]
    [InlineData("{source_matchers: [severity=page], target_matchers: [severity=warning]}", "none matches its source")]
    [InlineData("{source_matchers: [severity=critical], target_matchers: [severity=info]}", "none matches its target")]
    public void A_rule_that_never_holds_is_found(string rule, string why) =>
        CheckedText.Say(new NeverHolds(), Subject($"  - {rule}\n", "up", "cpu")).Should().Equal(
            $"alertmanager.yml:4:5 Info inhibition/never-holds inhibit_rules[0]: no alert of this configuration is ever inhibited by this rule: {why} | mend source, target or equal, or remove the rule, unless alerts from elsewhere come here");

    [Theory]
    [InlineData("{source_matchers: [severity=critical], target_matchers: [severity=warning], equal: [cluster]}")]
    [InlineData("{source_matchers: [alertname=Down], target_matchers: [severity=warning], equal: [instance]}")]
    [InlineData("{source_matchers: [instance=~\"a.*\"], target_matchers: [instance=~\"b.*\"], equal: [alertname]}")]
    public void A_rule_that_may_hold_is_not(string rule) => CheckedText.Say(new NeverHolds(), Subject($"  - {rule}\n", "up", "cpu")).Should().BeEmpty();

    [Fact]
    public void A_rule_of_the_same_alerts_on_both_sides_is_found()
    {
        var subject = Subject("  - {name: twice, source_matchers: [severity=~\"critical|warning\"], target_matchers: [severity=~\"warning|critical\"], equal: [pod]}\n", "up", "cpu");

        CheckedText.Say(new Self(), subject).Should().Equal(
            "alertmanager.yml:4:5 Warning inhibition/self twice: source and target match the same alerts (Down, Cpu), and of two that match both sides neither inhibits the other: it does nothing | tell source and target apart by a label, such as severity");
        CheckedText.Say(new NeverHolds(), subject).Should().BeEmpty("one finding is enough");
    }

    [Theory]
    [InlineData("{source_matchers: [severity=critical], target_matchers: [severity=~\"warning|critical\"]}")]
    [InlineData("{source_matchers: [instance=x], target_matchers: [instance=x]}")]
    public void A_rule_that_tells_them_apart_is_not(string rule) => CheckedText.Say(new Self(), Subject($"  - {rule}\n", "up", "cpu")).Should().BeEmpty();

    [Fact]
    public void An_equal_label_that_neither_side_has_is_found() =>
        CheckedText.Say(new EqualEmpty(), Subject("  - {source_matchers: [severity=critical], target_matchers: [severity=warning], equal: [job, namespace]}\n", "sum by (job) (up)", "sum by (job) (cpu)")).Should().Equal(
            "alertmanager.yml:4:94 Warning inhibition/equal-empty inhibit_rules[0]: no alert that matches source or target has the label namespace, and a label that both lack is equal: it keeps no two alerts apart | name a label that the alerts have, or leave it out");

    [Theory]
    [InlineData("up", "sum(cpu)")]
    [InlineData("sum(up)", "cpu")]
    [InlineData("sum by (namespace) (up)", "sum by (namespace) (cpu)")]
    public void One_that_a_side_may_have_is_not(string down, string cpu) => CheckedText.Say(new EqualEmpty(), Subject(Down, down, cpu)).Should().BeEmpty();

    private static CheckSubject Subject(string inhibitRules, string down, string cpu) =>
        CheckedText.Subject([], ("rules/r.yml", Rules(down, cpu)), ("alertmanager.yml", Alertmanager(inhibitRules)), ("prometheus.yml", Prometheus));

    private static string Alertmanager(string rules) => $"route: {{receiver: a}}\nreceivers: [{{name: a}}]\ninhibit_rules:\n{rules}";

    private static string Rules(string down, string cpu) =>
        $"groups:\n- name: g\n  rules:\n  - {{alert: Down, labels: {{severity: critical}}, expr: \"{down}\"}}\n  - {{alert: Cpu, labels: {{severity: warning}}, expr: \"{cpu}\"}}\n";
}
