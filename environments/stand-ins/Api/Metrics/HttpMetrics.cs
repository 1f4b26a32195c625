namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>The HTTP metrics of the strategy's "Key Metrics Reference".</summary>
internal sealed class HttpMetrics
{
    /// <summary>The path label of a request that no route takes: as many paths as clients make up are one series.</summary>
    public const string Unmatched = "unmatched";

    /// <summary>
    /// Upper bounds in seconds: the Prometheus clients' usual ones, and the 2 that HighResponseTime compares with,
    /// so that the quantile is exact at its threshold.
    /// </summary>
    public static readonly IReadOnlyList<double> DurationBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 5, 10];

    private readonly Counter requests;
    private readonly Histogram durations;
    private long connections;

    /// <summary>Registers them.</summary>
    /// <param name="registry">Where.</param>
    public HttpMetrics(MetricRegistry registry)
    {
        requests = registry.AddCounter("http_requests_total", "Total HTTP requests.", "method", "status", "path");
        durations = registry.AddHistogram("http_request_duration_seconds", "HTTP request duration in seconds.", DurationBounds, "method", "path");
        registry.AddReading("http_connections_active", "Active HTTP connections.", "gauge", () => Interlocked.Read(ref connections));
    }

    /// <summary>Makes a route's series visible at 0.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">Its template.</param>
    /// <param name="statuses">The statuses it can answer with.</param>
    public void Expect(string method, string path, params ReadOnlySpan<string> statuses)
    {
        foreach (var status in statuses)
            requests.Expect(method, status, path);
        durations.Expect(method, path);
    }

    /// <summary>Counts a request.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">The template of its route, or <see cref="Unmatched"/>.</param>
    /// <param name="status">The status it was answered with.</param>
    /// <param name="seconds">How long it took.</param>
    public void Count(string method, string path, string status, double seconds)
    {
        requests.Increment(method, status, path);
        durations.Observe(seconds, method, path);
    }

    /// <summary>Counts a connection as open.</summary>
    public void ConnectionOpened() => Interlocked.Increment(ref connections);

    /// <summary>Counts a connection as closed.</summary>
    public void ConnectionClosed() => Interlocked.Decrement(ref connections);
}
