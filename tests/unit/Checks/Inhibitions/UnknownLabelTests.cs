using NovaCron.Validation.Assertions.Checks.Inhibitions;

namespace NovaCron.Validation.Tests.Unit.Checks.Inhibitions;

public sealed class UnknownLabelTests
{
    private const string Prometheus = "global:\n  external_labels: {cluster: c}\nscrape_configs:\n- job_name: api\n  static_configs: [{targets: ['a:1']}]\n  relabel_configs: [{source_labels: [__address__], target_label: namespace}]\n";
    private const string Rules = "groups:\n- name: g\n  rules:\n  - {alert: Down, expr: up == 0, labels: {severity: critical}}\n  - {alert: Cpu, expr: 'sum by (service) (cpu{endpoint=\"x\"}) > 1', labels: {severity: warning}}\n";

    [Theory]
    [InlineData("source_matchers: [severityx=critical], target_matchers: [severity=warning]", "severityx", "severity")]
    [InlineData("source_matchers: [severity=critical], target_matchers: [alertnam=Cpu]", "alertnam", "alertname")]
    [InlineData("source_matchers: [severity=critical], target_matchers: [severity=warning], equal: [namspace]", "namspace", "namespace")]
    [InlineData("source_matchers: [severity=critical], target_matchers: [severity=warning], equal: [clusters]", "clusters", "cluster")]
    [InlineData("source_matchers: [severity=critical], target_matchers: [severity=warning], equal: [instnace]", "instnace", "instance")]
    public void A_label_that_nobody_sets_and_that_is_nearly_one_is_found(string rule, string label, string near) =>
        Find(rule).Should().ContainSingle().Which.Should().EndWith(
            $"Warning inhibition/unknown-label inhibit_rules[0]: nothing in this configuration gives alerts a label {label}, and they have {near} | write {near}, unless what is scraped has the label {label}");

    [Theory]
    [InlineData("source_matchers: [severity=critical], target_matchers: [severity=warning], equal: [cluster, namespace, service, instance, alertname]")]
    // The rules speak of it, though nobody sets it.
    [InlineData("source_matchers: [endpoint=x], target_matchers: [severity=warning]")]
    // What is scraped may have any label.
    [InlineData("source_matchers: [mountpoint=x], target_matchers: [severity=warning], equal: [device, nodes]")]
    public void One_that_may_be_there_is_not(string rule) => Find(rule).Should().BeEmpty();

    private static IReadOnlyList<string> Find(string rule) => CheckedText.Say(new UnknownLabel(), CheckedText.Subject(
        [], ("rules/r.yml", Rules), ("prometheus.yml", Prometheus), ("alertmanager.yml", $"route: {{receiver: r}}\nreceivers: [{{name: r}}]\ninhibit_rules:\n- {{{rule}}}\n")));
}
