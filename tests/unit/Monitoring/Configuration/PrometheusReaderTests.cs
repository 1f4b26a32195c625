using System.Text;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class PrometheusReaderTests
{
    private const string Full = """
        global:
          scrape_interval: 30s
          external_labels:
            cluster: c
          keep_dropped_targets: 5
        alerting:
          alert_relabel_configs:
          - action: labeldrop
            regex: replica
          alertmanagers:
          - static_configs: [{targets: ['am:9093']}]
            dns_sd_configs: [{names: [x]}]
            timeout: 5s
        remote_write:
        - url: http://far
        scrape_configs:
        - job_name: j
          scrape_timeout: 5s
          metrics_path: /m
          scheme: https
          honor_labels: yes
          static_configs:
          - targets: [a:1, "b:2"]
            labels: {rack: r}
          kubernetes_sd_configs:
          - role: pod
          file_sd_configs: [{files: [f.json]}]
          relabel_configs:
          - source_labels: [a, __b]
            separator: '-'
            regex: (.+)
            target_label: t
            replacement: $1
            action: Replace
          - {action: hashmod, modulus: 4, source_labels: [a], target_label: t, unknown: 1}
          metric_relabel_configs: [{action: drop, source_labels: [__name__], regex: 'go_.*'}]
          sample_limit: 100
        """;

    [Fact]
    public void Reads_the_global_parts()
    {
        var file = Read(Full);

        file.ExternalLabelEntries.Should().Equal(new ConfigurationEntry("cluster", At(4, 5), new ConfigurationText("c", At(4, 14))));
        file.Global.Select(g => g.Name).Should().Equal("scrape_interval", "external_labels", "keep_dropped_targets");
        file.AlertRelabelSteps.Should().ContainSingle().Which.Should().Match<RelabelStep>(s => s.Action == "labeldrop" && s.Regex!.Value == "replica" && s.Position == At(8, 5));
        var alertmanager = file.Alertmanagers.Should().ContainSingle().Subject;
        alertmanager.StaticTargets[0].Targets.Should().Equal(new ConfigurationText("am:9093", At(11, 33)));
        alertmanager.Discoveries.Select(d => d.Kind).Should().Equal("dns");
        alertmanager.Extra.Select(e => e.Name).Should().Equal("timeout");
        file.Extra.Should().ContainSingle().Which.Texts().Should().ContainSingle().Which.Should()
            .Be(new ConfigurationEntry("remote_write[0].url", At(15, 3), new ConfigurationText("http://far", At(15, 8))));
    }

    [Fact]
    public void Reads_a_scrape_job()
    {
        var job = Read(Full).Jobs.Should().ContainSingle().Subject;

        (job.Name, job.NamePosition, job.Position).Should().Be(("j", At(17, 13), At(17, 3)));
        (job.ScrapeInterval, job.ScrapeTimeout, job.HonorLabels).Should().Be((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), true));
        (job.ScrapeIntervalText, job.ScrapeTimeoutText).Should().Be((null, new ConfigurationText("5s", At(18, 19))));
        (job.MetricsPath, job.Scheme).Should().Be((new ConfigurationText("/m", At(19, 17)), new ConfigurationText("https", At(20, 11))));
        job.StaticTargets[0].Targets.Should().Equal(new ConfigurationText("a:1", At(23, 15)), new ConfigurationText("b:2", At(23, 20)));
        job.StaticTargets[0].Labels.Select(l => (l.Name, l.Value)).Should().Equal(("rack", "r"));
        job.Discoveries.Select(d => (d.Kind, d.Position)).Should().Equal(("kubernetes", At(26, 5)), ("file", At(27, 21)));
        job.Discoveries[0].Settings["role"].Should().BeOfType<ConfigurationScalar>().Which.Text.Value.Should().Be("pod");
        job.Extra.Select(e => e.Name).Should().Equal("sample_limit");
    }

    [Fact]
    public void Reads_relabelling()
    {
        var job = Read(Full).Jobs[0];
        var step = job.RelabelSteps[0];

        step.Action.Should().Be("replace");
        step.SourceLabels.Should().Equal(new ConfigurationText("a", At(29, 21)), new ConfigurationText("__b", At(29, 24)));
        (step.Separator, step.Regex).Should().Be((new ConfigurationText("-", At(30, 16)), new ConfigurationText("(.+)", At(31, 12))));
        (step.TargetLabel, step.Replacement).Should().Be((new ConfigurationText("t", At(32, 19)), new ConfigurationText("$1", At(33, 18))));
        job.RelabelSteps[1].Should().Match<RelabelStep>(s => s.Action == "hashmod" && s.Modulus!.Value == "4" && s.Regex == null && s.Extra.Length == 1);
        job.MetricRelabelSteps.Should().ContainSingle().Which.Action.Should().Be("drop");
    }

    [Theory]
    [InlineData("scrape_configs: [{job_name: j, honor_labels: maybe}]\n", "prometheus.yml:1:46: 'honor_labels' is 'maybe', which is neither true nor false")]
    [InlineData("scrape_configs: [{job_name: j, static_configs: [x]}]\n", "prometheus.yml:1:49: an entry of 'static_configs' must be a mapping but is 'x'; write 'key: value' lines")]
    [InlineData("scrape_configs: [{job_name: j, static_configs: [{targets: x}]}]\n", "prometheus.yml:1:59: 'targets' must be a list but is 'x'; begin each entry with '- '")]
    [InlineData("scrape_configs: [{job_name: j, static_configs: [{targets: [{}]}]}]\n", "prometheus.yml:1:60: an entry of 'targets' must be text but is a mapping")]
    [InlineData("scrape_configs: [{job_name: j, relabel_configs: [{source_labels: x}]}]\n", "prometheus.yml:1:66: 'source_labels' must be a list but is 'x'; begin each entry with '- '")]
    [InlineData("scrape_configs: [{job_name: j, kubernetes_sd_configs: {}}]\n", "prometheus.yml:1:55: 'kubernetes_sd_configs' must be a list but is a mapping; begin each entry with '- '")]
    [InlineData("alerting: {alertmanagers: [{static_configs: 5}]}\n", "prometheus.yml:1:45: 'static_configs' must be a list but is '5'; begin each entry with '- '")]
    [InlineData("global: {external_labels: [a]}\n", "prometheus.yml:1:27: 'external_labels' must be a mapping but is a list; write 'key: value' lines")]
    public void Says_where_it_is_wrong(string text, string message) =>
        FluentActions.Invoking(() => Read(text)).Should().Throw<ConfigurationException>().WithMessage(message);

    private static PrometheusFile Read(string text) => PrometheusReader.Read(ConfigurationFile.Of("prometheus.yml", Encoding.UTF8.GetBytes(text)));

    private static SourcePosition At(int line, int column) => new("prometheus.yml", line, column);
}
