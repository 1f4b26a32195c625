using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Places a rendered configuration where Prometheus and Alertmanager look for it, the heartbeat's rule file beside the others.</summary>
public static class MonitoringFilesOf
{
    /// <summary>The files of a cell.</summary>
    /// <exception cref="ConfigurationException">No pattern of <c>rule_files</c> has room for the heartbeat.</exception>
    public static MonitoringFiles Configuration(MonitoringConfiguration configuration, RenderedConfiguration rendered, TimeScale scale)
    {
        var prometheus = configuration.Prometheus;
        var rules = rendered.Files.Where(f => f.Key.StartsWith("rules/", StringComparison.Ordinal))
            .Select(f => (Path: RuleFilePlacement.PathOf(prometheus, Path.GetFileName(f.Key)), Content: f.Value))
            .Where(f => f.Path is not null)
            .Select(f => new ContainerFile(f.Path!, f.Content));
        return new MonitoringFiles(
            [
                new ContainerFile($"{RuleFilePlacement.PrometheusFolder}/prometheus.yml", rendered.Files["prometheus.yml"]),
                new ContainerFile(RuleFilePlacement.PathOfHeartbeat(prometheus), HeartbeatRule.File(scale)),
                .. rules,
            ],
            rendered.PrometheusFlags,
            [new ContainerFile("/etc/alertmanager/alertmanager.yml", rendered.Files["alertmanager.yml"])],
            rendered.AlertmanagerFlags)
        {
            ScrapeJobs = [.. prometheus.Jobs.Select(j => j.Name)],
            Scale = scale,
        };
    }
}
