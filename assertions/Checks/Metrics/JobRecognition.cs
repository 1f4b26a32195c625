using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>
/// Tells which programs a job scrapes: by its name, a target's host and well-known port, the path of cAdvisor, and what relabelling keeps.
/// Ports are those of the exporters' own documentation (9100, 9121, 9187).
/// </summary>
internal static class JobRecognition
{
    private static readonly ImmutableArray<(Exporter Exporter, ImmutableArray<string> Words, string? Port)> Signs =
    [
        (ExporterCatalogue.Postgres, ["postgres-exporter", "postgres_exporter", "postgresexporter"], "9187"),
        (ExporterCatalogue.Redis, ["redis-exporter", "redis_exporter", "redisexporter"], "9121"),
        (ExporterCatalogue.Node, ["node-exporter", "node_exporter", "nodeexporter"], "9100"),
        (ExporterCatalogue.KubeStateMetrics, ["kube-state-metrics", "kube_state_metrics", "kubestatemetrics"], null),
        (ExporterCatalogue.Cadvisor, ["cadvisor"], null),
        (ExporterCatalogue.KubernetesApi, ["apiserver", "default;kubernetes;https"], null),
        (ExporterCatalogue.NovaCron, ["novacron-api"], null),
    ];

    /// <summary>Looks at a job.</summary>
    public static RecognisedJob Of(ScrapeJob job)
    {
        var isNamed = Signs.Where(s => Says(s.Words, job.Name)).Select(s => s.Exporter).ToImmutableArray();
        var (found, unknown) = job.Discoveries.IsEmpty ? OfTargets(job, isNamed) : OfDiscovery(job, isNamed);
        var open = (!job.Discoveries.IsEmpty && found.IsEmpty)
            || (job.MetricsPath?.Value.Contains("federate", StringComparison.Ordinal) ?? false)
            || job.MetricRelabelSteps.Any(s => s.TargetLabel?.Value == "__name__" || s.Action == "labelmap");
        return new RecognisedJob(job, found, open, unknown);
    }

    private static (ImmutableArray<Exporter> Found, ImmutableArray<string> Unknown) OfTargets(ScrapeJob job, ImmutableArray<Exporter> named)
    {
        var found = job.StaticTargets.SelectMany(s => s.Targets).Select(t => (t.Value, Exporters: OfTarget(job, t.Value, named))).ToList();
        return ([.. found.SelectMany(f => f.Exporters).Distinct()], [.. found.Where(f => f.Exporters.IsEmpty).Select(f => f.Value)]);
    }

    private static ImmutableArray<Exporter> OfTarget(ScrapeJob job, string target, ImmutableArray<Exporter> named)
    {
        var colon = target.LastIndexOf(':');
        var (host, port) = colon < 0 ? (target, "") : (target[..colon], target[(colon + 1)..]);
        var ofTarget = Signs.Where(s => Says(s.Words, host) || s.Port == port).Select(s => s.Exporter).ToImmutableArray();
        return (ofTarget, port) switch
        {
            ({ IsEmpty: false }, _) => ofTarget,
            (_, "9090") when job.Name.Contains("prometheus", StringComparison.OrdinalIgnoreCase) || host is "localhost" or "127.0.0.1" => [ExporterCatalogue.Prometheus],
            _ when Path(job).Contains("cadvisor", StringComparison.Ordinal) => [ExporterCatalogue.Cadvisor],
            _ => named,
        };
    }

    private static (ImmutableArray<Exporter> Found, ImmutableArray<string> Unknown) OfDiscovery(ScrapeJob job, ImmutableArray<Exporter> named)
    {
        var texts = job.RelabelSteps.SelectMany(s => new[] { s.Action == "keep" ? s.Regex?.Value : null, s.Replacement?.Value }).OfType<string>().Append(Path(job)).ToList();
        var byText = Signs.Where(s => texts.Exists(t => Says(s.Words, t) || (s.Port is { } port && t.EndsWith(":" + port, StringComparison.Ordinal)))).Select(s => s.Exporter);
        var byPod = KeepsNovaCron(job) ? [ExporterCatalogue.NovaCron] : ImmutableArray<Exporter>.Empty;
        return ([.. named.Concat(byText).Concat(byPod).Distinct()], []);
    }

    private static bool KeepsNovaCron(ScrapeJob job) => job.RelabelSteps.Any(s =>
        s is { Action: "keep", Regex.Value: "novacron" } && s.SourceLabels.Any(l => l.Value.EndsWith("_label_app", StringComparison.Ordinal)));

    private static bool Says(ImmutableArray<string> words, string text) => words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static string Path(ScrapeJob job) => job.MetricsPath?.Value ?? ScrapeJob.DefaultMetricsPath;
}
