using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>The programs whose metrics are known, read from the data files in this assembly.</summary>
public static class ExporterCatalogue
{
    /// <summary>Prometheus itself.</summary>
    public static Exporter Prometheus { get; } = Read("prometheus", "prometheus_");

    /// <summary>postgres exporter.</summary>
    public static Exporter Postgres { get; } = Read("postgres-exporter", "pg_");

    /// <summary>redis exporter.</summary>
    public static Exporter Redis { get; } = Read("redis-exporter", "redis_");

    /// <summary>cAdvisor, by itself or in the kubelet.</summary>
    public static Exporter Cadvisor { get; } = Read("cadvisor", "container_", "machine_");

    /// <summary>kube-state-metrics.</summary>
    public static Exporter KubeStateMetrics { get; } = Read("kube-state-metrics", "kube_");

    /// <summary>node exporter.</summary>
    public static Exporter Node { get; } = Read("node-exporter", "node_");

    /// <summary>The Kubernetes API server.</summary>
    public static Exporter KubernetesApi { get; } = Read("kubernetes-apiserver", "apiserver_");

    /// <summary>NovaCron's API.</summary>
    public static Exporter NovaCron { get; } = Read("novacron-api", "dwcp_");

    /// <summary>What every program with Prometheus' Go library has.</summary>
    public static Exporter GoRuntime { get; } = Read("go-runtime");

    /// <summary>All that are programs of their own.</summary>
    public static ImmutableArray<Exporter> All { get; } = [Prometheus, Postgres, Redis, Cadvisor, KubeStateMetrics, Node, KubernetesApi, NovaCron];

    private static Exporter Read(string name, params ImmutableArray<string> prefixes)
    {
        using var stream = typeof(ExporterCatalogue).Assembly.GetManifestResourceStream($"metrics/{name}")
            ?? throw new InvalidOperationException($"the assembly has no metrics of {name}");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#');
        return new Exporter(name, prefixes, [.. lines.Select(Metric)]);
    }

    private static KnownMetric Metric(string line)
    {
        var fields = line.Split('\t');
        var metric = new KnownMetric(fields[0], Enum.Parse<MetricType>(fields[1], ignoreCase: true));
        return fields.Length > 2 ? metric.With(fields[2]) : metric;
    }
}
