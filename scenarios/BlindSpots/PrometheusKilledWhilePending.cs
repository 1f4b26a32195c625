using NovaCron.Validation.Assertions.BlindSpots;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>Prometheus killed shortly before a pending alert would have fired: an alert whose <c>for</c> is below <c>--rules.alert.for-grace-period</c> (10 min) begins anew.</summary>
internal sealed class PrometheusKilledWhilePending : PrometheusSpot
{
    // Late in the pending time, so that what is lost is most of it, and before the evaluation at which the alert would fire.
    private static readonly TimeSpan PendingFor = TimeSpan.FromSeconds(48);

    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "prometheus-killed-while-pending",
        Done = "Redis dies; Prometheus is killed and restarted when CacheDown has been pending for 48 s of its 60",
        ShouldBeTold = "the cache is down",
        NamedBy = [CacheDown],
        ClosedBy = "PrometheusRestarted",
    };

    /// <inheritdoc/>
    public override Task PlayAsync(Incident incident, CancellationToken cancellationToken) => incident.WhileAsync(
        RedisKill(incident),
        async token =>
        {
            await incident.UntilAsync(CacheDown, "pending", token);
            await incident.DelayAsync(PendingFor, token);
            await RestartPrometheusAsync(incident, token);
            await incident.UntilToldAsync(CacheDown, token);
        },
        cancellationToken);
}
