using NovaCron.Validation.Assertions.Checks.Logs;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Checks.Logs;

public sealed class LogCheckTests
{
    private const string Head = "clients: [{url: http://loki}]\nscrape_configs:\n- job_name: pods\n";
    private const string Pods = Head + "  kubernetes_sd_configs: [{role: pod}]\n";

    [Theory]
    [InlineData(Pods)]
    [InlineData(Head + "  static_configs: [{targets: [localhost], labels: {job: x}}]\n")]
    public void A_job_without_a_path_is_found(string promtail) =>
        CheckedText.Say(new NoPath(), CheckedText.Subject([], ("promtail.yml", promtail))).Should().Equal(
            "promtail.yml:3:13 Error logs/no-path Promtail's files: expected something to set __path__, which says what files are read, found that nothing does: not one line is read | make __path__ from the pod's uid and the container's name, as in /var/log/pods/*$1/*.log, or set it among the labels of static_configs");

    [Theory]
    [InlineData(Pods + "  relabel_configs: [{source_labels: [__meta_kubernetes_pod_uid], target_label: __path__}]\n")]
    [InlineData(Head + "  static_configs: [{targets: [localhost], labels: {__path__: /var/log/*.log}}]\n")]
    [InlineData(Head + "  journal: {labels: {job: x}}\n")]
    [InlineData(Head + "  file_sd_configs: [{files: [x.json]}]\n")]
    [InlineData(Pods + "  relabel_configs: [{action: labelmap, regex: (.+)}]\n")]
    public void A_job_that_has_one_or_needs_none_is_not(string promtail) => CheckedText.Say(new NoPath(), CheckedText.Subject([], ("promtail.yml", promtail))).Should().BeEmpty();

    [Fact]
    public void A_label_that_discovery_does_not_know_is_found() =>
        CheckedText.Say(new UnknownMetaLabel(), CheckedText.Subject([], ("promtail.yml", Pods + "  relabel_configs:\n  - {source_labels: [__meta_kubernetes_container_name], target_label: container}\n  - {source_labels: [__meta_kubernetes_namespace, '__meta_kubernetes_pod_nmae'], target_label: x}\n"))).Should().Equal(
            "promtail.yml:6:22 Error logs/unknown-meta-label Promtail's labels: expected a label of Kubernetes' discovery of pods, found __meta_kubernetes_container_name, which it does not have: the label container is always empty | read __meta_kubernetes_pod_container_name",
            "promtail.yml:7:52 Error logs/unknown-meta-label Promtail's labels: expected a label of Kubernetes' discovery of pods, found __meta_kubernetes_pod_nmae, which it does not have: its part of the label x is always empty | read a label that the discovery has");

    [Theory]
    [InlineData(Pods + "  relabel_configs: [{source_labels: [__meta_kubernetes_pod_container_name, __meta_kubernetes_pod_label_app, __meta_kubernetes_node_label_zone], target_label: x}]\n")]
    [InlineData(Head + "  kubernetes_sd_configs: [{role: endpoints}]\n  relabel_configs: [{source_labels: [__meta_kubernetes_service_name], target_label: x}]\n")]
    [InlineData(Pods + "  relabel_configs: [{source_labels: [__address__, job], target_label: x}]\n")]
    public void A_label_that_discovery_knows_is_not(string promtail) => CheckedText.Say(new UnknownMetaLabel(), CheckedText.Subject([], ("promtail.yml", promtail))).Should().BeEmpty();

    [Fact]
    public void A_label_of_a_documented_query_that_nothing_sets_is_found() =>
        CheckedText.Say(new LabelNeverSet(), CheckedText.Subject([SampleContracts.ServiceDown], ("promtail.yml", Pods + "  relabel_configs: [{source_labels: [__meta_kubernetes_namespace], target_label: namespace}]\n  pipeline_stages: [{match: {selector: '{a=\"b\"}', stages: [{labels: {app: }}]}}]\n"))).Should().Equal(
            "promtail.yml:3:13 Error logs/label-never-set DWCP protocol errors: expected something to set component, by which the query selects, found nothing: it finds no line | set component by relabelling or in a stage labels");

    [Theory]
    [InlineData("external_labels: {app: x, namespace: y, component: z}", "")]
    [InlineData("url: http://loki", "  relabel_configs: [{action: labelmap, regex: (.+)}]\n")]
    public void What_may_be_set_is_not(string client, string relabelling) =>
        CheckedText.Say(new LabelNeverSet(), CheckedText.Subject([SampleContracts.ServiceDown], ("promtail.yml", Pods.Replace("url: http://loki", client, StringComparison.Ordinal) + relabelling))).Should().BeEmpty();

    [Fact]
    public void A_configuration_of_no_strategy_has_no_documented_queries() => CheckedText.Say(new LabelNeverSet(), CheckedText.Subject([], ("promtail.yml", Pods))).Should().BeEmpty();
}
