using NovaCron.Validation.Assertions.Checks.Metrics;

namespace NovaCron.Validation.Tests.Unit.Checks.Metrics;

public sealed class JobRecognitionTests
{
    [Theory]
    [InlineData("- job_name: a\n  static_configs: [{targets: ['x:9187']}]\n", "postgres-exporter")]
    [InlineData("- job_name: integrations/node_exporter\n  static_configs: [{targets: ['x:80']}]\n", "node-exporter")]
    [InlineData("- job_name: mixed\n  static_configs: [{targets: ['x:9121', 'y:9100', 'z:1']}]\n", "redis-exporter node-exporter and unknown targets")]
    [InlineData("- job_name: prometheus\n  static_configs: [{targets: ['localhost:9090']}]\n", "prometheus")]
    [InlineData("- job_name: app\n  static_configs: [{targets: ['app:9090']}]\n", "and unknown targets")]
    [InlineData("- job_name: nodes\n  kubernetes_sd_configs: [{role: node}]\n  metrics_path: /metrics/cadvisor\n", "cadvisor")]
    [InlineData("- job_name: nodes\n  kubernetes_sd_configs: [{role: node}]\n  relabel_configs:\n  - {source_labels: [__address__], regex: '(.*):10250', replacement: '${1}:9100', target_label: __address__}\n", "node-exporter")]
    [InlineData("- job_name: nodes\n  kubernetes_sd_configs: [{role: node}]\n  relabel_configs:\n  - {source_labels: [a], target_label: __metrics_path__, replacement: '/api/v1/nodes/${1}/proxy/metrics/cadvisor'}\n", "cadvisor")]
    [InlineData("- job_name: endpoints\n  kubernetes_sd_configs: [{role: endpoints}]\n  relabel_configs:\n  - {source_labels: [a, b, c], action: keep, regex: default;kubernetes;https}\n", "kubernetes-apiserver")]
    [InlineData("- job_name: endpoints\n  kubernetes_sd_configs: [{role: endpoints}]\n  relabel_configs:\n  - {source_labels: [a], action: keep, regex: kube-system;kube-state-metrics;http}\n", "kube-state-metrics")]
    [InlineData("- job_name: endpoints\n  kubernetes_sd_configs: [{role: endpoints}]\n  relabel_configs:\n  - {source_labels: [a], action: drop, regex: kube-state-metrics}\n", "and anything")]
    [InlineData("- job_name: api\n  kubernetes_sd_configs: [{role: pod}]\n  relabel_configs:\n  - {source_labels: [__meta_kubernetes_pod_label_app], action: keep, regex: novacron}\n", "novacron-api")]
    [InlineData("- job_name: redis-exporter\n  metrics_path: /federate\n  static_configs: [{targets: ['x:9121']}]\n", "redis-exporter and anything")]
    [InlineData("- job_name: redis-exporter\n  static_configs: [{targets: ['x:9121']}]\n  metric_relabel_configs:\n  - {source_labels: [a], target_label: __name__}\n", "redis-exporter and anything")]
    public void Tells_what_a_job_scrapes(string job, string found)
    {
        var recognised = ScrapedText.Subject(job, ScrapedText.Alert("up == 0")).Supply.Jobs.Single();
        string.Join(' ', recognised.Exporters.Select(e => e.Name)
            .Concat(!recognised.UnknownTargets.IsEmpty ? ["and unknown targets"] : Array.Empty<string>())
            .Concat(recognised.IsOpen ? ["and anything"] : Array.Empty<string>())).Should().Be(found);
    }
}
