using System.Text;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Rendering;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Cells;

public sealed class MonitoringFilesOfTests
{
    private static readonly TimeScale Scale = new(25);

    [Fact]
    public void Each_file_lies_where_its_server_looks_for_it()
    {
        var files = Place(Fixtures.Load("corrected"));

        files.Prometheus.Select(f => f.Path).Should().BeEquivalentTo(
            "/etc/prometheus/prometheus.yml",
            "/etc/prometheus/rules/novacron-validation-heartbeat.yml",
            "/etc/prometheus/rules/application-alerts.yml",
            "/etc/prometheus/rules/cache-alerts.yml",
            "/etc/prometheus/rules/database-alerts.yml",
            "/etc/prometheus/rules/dwcp-alerts.yml");
        files.Alertmanager.Select(f => f.Path).Should().Equal("/etc/alertmanager/alertmanager.yml");
        files.PrometheusFlags.Should().Contain("--query.lookback-delta=12s");
        files.AlertmanagerFlags.Should().NotBeEmpty();
        files.ScrapeJobs.Should().Contain(["prometheus", "kube-state-metrics"]);
    }

    [Fact]
    public void A_rule_file_that_was_set_aside_is_left_out() =>
        Place(Fixtures.Load("documented"), "rules/dwcp-alerts.yml").Prometheus.Select(f => f.Path)
            .Should().Contain("/etc/prometheus/rules/cache-alerts.yml").And.NotContain("/etc/prometheus/rules/dwcp-alerts.yml");

    [Fact]
    public void A_rule_file_that_no_pattern_reaches_is_left_out_as_Prometheus_leaves_it() =>
        Place(Fixtures.Make(prometheus: "rule_files: ['/srv/x-*.yml']\n")).Prometheus.Select(f => f.Path)
            .Should().HaveCount(2).And.NotContain(path => path.EndsWith("/r.yml", StringComparison.Ordinal));

    [Fact]
    public void The_heartbeat_is_evaluated_at_the_cells_scale()
    {
        var heartbeat = Place(Fixtures.Load("corrected")).Prometheus.Single(f => f.Path.Contains("heartbeat"));

        Encoding.UTF8.GetString(heartbeat.Content.Span).Should().Be(Encoding.UTF8.GetString(HeartbeatRule.File(Scale).Span));
    }

    private static MonitoringFiles Place(MonitoringConfiguration configuration, params string[] setAside) =>
        MonitoringFilesOf.Configuration(configuration, ConfigurationRenderer.Render(configuration, Scale, new RenderOptions { SetAside = [.. setAside] }), Scale);
}
