using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors.Redis;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>
/// Prometheus killed while an alert fires whose <c>for</c> is longer than the four minutes for which Alertmanager believes the last word
/// (four times the resend delay): the alert ends in Alertmanager while its cause lasts.
/// </summary>
internal sealed class PrometheusKilledWhileFiring : PrometheusSpot
{
    private const string HighEvictionRate = "CacheHighEvictionRate";
    private const double KeysPerSecond = 300;

    // The alert's for, and the way of what comes of firing again.
    private static readonly TimeSpan AfterRestart = TimeSpan.FromMinutes(7);

    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "prometheus-killed-while-firing",
        Done = "Redis evicts 300 keys a second; Prometheus is killed and restarted when CacheHighEvictionRate has been told",
        ShouldBeTold = "the cache evicts keys, for as long as it does",
        NamedBy = [HighEvictionRate, "CacheHighMemoryUsage"],
        Patience = TimeSpan.FromMinutes(5),
        Ramp = TimeSpan.FromMinutes(5),
        ClosedBy = "PrometheusRestarted",
    };

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) =>
        base.Shape(blueprint) with { RedisOptions = ["--maxmemory", "16mb", "--maxmemory-policy", "allkeys-lru"] };

    /// <inheritdoc/>
    public override Task PlayAsync(Incident incident, CancellationToken cancellationToken)
    {
        var fault = new EvictionPressure(
            new EvictionPressureOptions
            {
                Host = "127.0.0.1",
                Port = incident.Context.Cell.RedisPort,
                KeysPerSecond = KeysPerSecond,
                MaximumDuration = incident.Context.MaximumFaultDuration,
            },
            incident.Context.Time);
        return incident.WhileAsync(
            fault,
            async token =>
            {
                await incident.UntilToldAsync(HighEvictionRate, token);
                await RestartPrometheusAsync(incident, token);
                await incident.DelayAsync(AfterRestart, token);
            },
            cancellationToken);
    }
}
