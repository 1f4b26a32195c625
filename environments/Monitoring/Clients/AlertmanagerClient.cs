using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Environments.Monitoring.Clients;

/// <summary>Alertmanager's HTTP API. Every method throws an <see cref="ObservationException"/> when there is no usable answer within the timeout of a call.</summary>
/// <param name="http">A client whose base address is Alertmanager's.</param>
/// <param name="timeout">How long one call may take, wall time; 5 s unless given.</param>
/// <param name="time">The clock; the system's unless given.</param>
public sealed class AlertmanagerClient(HttpClient http, TimeSpan? timeout = null, TimeProvider? time = null)
{
    private readonly HttpObserver observer = new("Alertmanager", http, timeout ?? HttpObserver.DefaultTimeout, time ?? TimeProvider.System);

    /// <summary>All alerts that Alertmanager holds: active, silenced, inhibited and not yet processed.</summary>
    public Task<ImmutableArray<ActiveAlert>> AlertsAsync(CancellationToken cancellationToken) =>
        observer.AskAsync(
            "its alerts",
            () => new HttpRequestMessage(HttpMethod.Get, "api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true"),
            ReadAlerts,
            cancellationToken);

    /// <summary>Version and readiness.</summary>
    public Task<AlertmanagerStatus> StatusAsync(CancellationToken cancellationToken) =>
        observer.AskAsync(
            "its status",
            () => new HttpRequestMessage(HttpMethod.Get, "api/v2/status"),
            root => new AlertmanagerStatus(
                root.GetProperty("versionInfo").GetProperty("version").GetString() ?? "",
                root.GetProperty("cluster").GetProperty("status").GetString() ?? ""),
            cancellationToken);

    private ImmutableArray<ActiveAlert> ReadAlerts(JsonElement root)
    {
        var now = observer.Time.GetUtcNow();
        return
        [
            .. root.EnumerateArray().Select(a => new ActiveAlert(
                now,
                a.TextMap("labels"),
                a.TextMap("annotations"),
                a.Time("startsAt"),
                a.Time("endsAt"),
                [.. a.List("receivers").Select(r => r.GetProperty("name").GetString() ?? "")],
                a.GetProperty("status").GetProperty("state").GetString() ?? "",
                [.. a.GetProperty("status").List("inhibitedBy").Select(f => f.GetString() ?? "")],
                a.GetProperty("fingerprint").GetString() ?? "")),
        ];
    }
}

/// <summary>What Alertmanager says of itself.</summary>
/// <param name="Version">E.g. <c>0.28.1</c>.</param>
/// <param name="Cluster">State of its cluster: ready, settling, or disabled when it is alone.</param>
public sealed record AlertmanagerStatus(string Version, string Cluster)
{
    /// <summary>Whether it takes alerts and notifies.</summary>
    public bool Ready => Cluster is "ready" or "disabled";
}
