using System.Globalization;
using NovaCron.Validation.StandIns.Kubernetes.Server;

namespace NovaCron.Validation.StandIns.Kubernetes.Metrics;

/// <summary>The API server's own metrics: only what it really counts.</summary>
internal static class ApiServerMetrics
{
    /// <summary>In Prometheus' text format.</summary>
    public static string Format(RequestCounters counters)
    {
        const string Name = "apiserver_request_total";
        var text = new MetricText().Family(Name, "counter", "Requests answered, by verb, resource and status.");
        foreach (var (labels, count) in counters.All())
        {
            text.Sample(Name,
            [
                ("code", labels.Code.ToString(CultureInfo.InvariantCulture)),
                ("component", "apiserver"),
                ("dry_run", ""),
                ("group", labels.Group),
                ("resource", labels.Resource),
                ("scope", labels.Scope),
                ("subresource", labels.Subresource),
                ("verb", labels.Verb),
                ("version", labels.Version),
            ], count);
        }
        return text.ToString();
    }
}
