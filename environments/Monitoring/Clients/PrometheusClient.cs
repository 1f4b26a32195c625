using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Environments.Monitoring.Clients;

/// <summary>Prometheus' HTTP API. Every method throws an <see cref="ObservationException"/> when there is no usable answer within the timeout of a call.</summary>
/// <param name="http">A client whose base address is Prometheus'.</param>
/// <param name="timeout">How long one call may take, wall time; 5 s unless given.</param>
/// <param name="time">The clock; the system's unless given.</param>
public sealed class PrometheusClient(HttpClient http, TimeSpan? timeout = null, TimeProvider? time = null)
{
    private readonly HttpObserver observer = new("Prometheus", http, timeout ?? HttpObserver.DefaultTimeout, time ?? TimeProvider.System);

    /// <summary>Evaluates an expression at one instant.</summary>
    /// <param name="expression">PromQL that yields an instant vector, a range vector or a scalar.</param>
    /// <param name="at">When; null for now.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The series; a scalar is one series without labels.</returns>
    public Task<ImmutableArray<Series>> QueryAsync(string expression, DateTimeOffset? at, CancellationToken cancellationToken) =>
        observer.AskAsync(
            $"the query {expression}",
            () => Post("api/v1/query", at is { } instant ? [("query", expression), ("time", Seconds(instant))] : [("query", expression)]),
            QueryResult.Read,
            cancellationToken);

    /// <summary>Reads the stored samples of a selector, with their own timestamps and without interpolation.</summary>
    /// <param name="selector">An instant vector selector, e.g. <c>ALERTS{alertname="CacheDown"}</c>.</param>
    /// <param name="range">How far back, wall time; rounded up to a millisecond. Prometheus 2 counts a sample exactly that old in, Prometheus 3 does not.</param>
    /// <param name="at">The end of the range.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ImmutableArray<Series>> RangeSelectorAsync(string selector, TimeSpan range, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(range, TimeSpan.Zero);
        return QueryAsync(string.Create(CultureInfo.InvariantCulture, $"{selector}[{Math.Ceiling(range.TotalMilliseconds)}ms]"), at, cancellationToken);
    }

    /// <summary>Evaluates an expression at every step of a range, both ends included.</summary>
    /// <param name="expression">PromQL that yields an instant vector or a scalar.</param>
    /// <param name="start">First instant.</param>
    /// <param name="end">No instant is later.</param>
    /// <param name="step">Time between two instants, wall time.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ImmutableArray<Series>> QueryRangeAsync(string expression, DateTimeOffset start, DateTimeOffset end, TimeSpan step, CancellationToken cancellationToken) =>
        observer.AskAsync(
            $"the range query {expression}",
            () => Post("api/v1/query_range",
            [
                ("query", expression),
                ("start", Seconds(start)),
                ("end", Seconds(end)),
                ("step", step.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)),
            ]),
            QueryResult.Read,
            cancellationToken);

    /// <summary>The alerting rules that Prometheus has loaded.</summary>
    public Task<ImmutableArray<LoadedRule>> RulesAsync(CancellationToken cancellationToken) =>
        observer.AskAsync("its alerting rules", Get("api/v1/rules?type=alert"), ReadRules, cancellationToken);

    /// <summary>The targets that Prometheus scrapes.</summary>
    public Task<ImmutableArray<ScrapeTarget>> TargetsAsync(CancellationToken cancellationToken) =>
        observer.AskAsync("its targets", Get("api/v1/targets?state=active"), ReadTargets, cancellationToken);

    /// <summary>The type of a metric as its targets tell it, e.g. <c>counter</c>; null when none of the targets scraped now tells one.</summary>
    public Task<string?> MetricTypeAsync(string metric, CancellationToken cancellationToken) =>
        observer.AskAsync(
            $"the type of {metric}",
            Get($"api/v1/metadata?metric={Uri.EscapeDataString(metric)}"),
            root => Data(root).List(metric).Select(m => m.Text("type")).FirstOrDefault(),
            cancellationToken);

    /// <summary>URLs of the Alertmanagers that Prometheus sends to.</summary>
    public Task<ImmutableArray<string>> AlertmanagersAsync(CancellationToken cancellationToken) =>
        observer.AskAsync<ImmutableArray<string>>(
            "its Alertmanagers",
            Get("api/v1/alertmanagers"),
            root => [.. Data(root).List("activeAlertmanagers").Select(a => a.GetProperty("url").GetString() ?? "")],
            cancellationToken);

    /// <summary>Whether Prometheus serves queries; false while it starts.</summary>
    public async Task<bool> ReadyAsync(CancellationToken cancellationToken)
    {
        var (status, asked, body) = await observer.StatusAsync("its readiness", "-/ready", cancellationToken).ConfigureAwait(false);
        return status switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.ServiceUnavailable => false,
            _ => throw new ObservationException($"{asked}; it answered {(int)status} {status}: {body}"),
        };
    }

    /// <summary>Prometheus' version, e.g. <c>2.53.3</c>.</summary>
    public Task<string> BuildVersionAsync(CancellationToken cancellationToken) =>
        observer.AskAsync("its version", Get("api/v1/status/buildinfo"), root => Data(root).GetProperty("version").GetString() ?? "", cancellationToken);

    private static ImmutableArray<LoadedRule> ReadRules(JsonElement root) =>
    [
        .. from rules in Data(root).List("groups")
           from rule in rules.List("rules")
           where rule.Text("type") == "alerting"
           select new LoadedRule(
               rules.Text("name"),
               rules.Text("file"),
               rules.Seconds("interval"),
               rule.GetProperty("name").GetString() ?? "",
               rule.Text("query"),
               rule.Seconds("duration"),
               rule.TextMap("labels"),
               rule.TextMap("annotations"),
               rule.Text("health"),
               rule.Text("lastError"))
           {
               KeepFiringFor = rule.TryGetProperty("keepFiringFor", out _) ? rule.Seconds("keepFiringFor") : TimeSpan.Zero,
           },
    ];

    private static ImmutableArray<ScrapeTarget> ReadTargets(JsonElement root) =>
    [
        .. Data(root).List("activeTargets").Select(t => new ScrapeTarget(
            t.TextMap("labels"),
            t.Text("scrapePool"),
            t.Text("scrapeUrl"),
            t.GetProperty("health").GetString() ?? "",
            t.Text("lastError"),
            t.Time("lastScrape"),
            t.Seconds("lastScrapeDuration"))),
    ];

    private static JsonElement Data(JsonElement root) => root.GetProperty("data");

    private static Func<HttpRequestMessage> Get(string path) => () => new HttpRequestMessage(HttpMethod.Get, path);

    // A form has no limit of length, where a query string has one.
    private static HttpRequestMessage Post(string path, (string Name, string Value)[] form) =>
        new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))) };

    private static string Seconds(DateTimeOffset at) => (at.ToUnixTimeMilliseconds() / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
}
