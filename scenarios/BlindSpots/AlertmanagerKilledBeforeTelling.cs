using NovaCron.Validation.Assertions.BlindSpots;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>Alertmanager dead when an alert begins to fire: nobody is told before it is back, and nobody is told that it is not.</summary>
internal sealed class AlertmanagerKilledBeforeTelling : PipelineSpot
{
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "alertmanager-killed-before-telling",
        Done = "Redis dies; Alertmanager is killed while CacheDown is pending, and restarted 5 min after it fires",
        ShouldBeTold = "the cache is down",
        NamedBy = [CacheDown],
        ClosedBy = "AlertmanagerUnreachable",
    };

    /// <inheritdoc/>
    public override Task PlayAsync(Incident incident, CancellationToken cancellationToken) => incident.WhileAsync(
        RedisKill(incident),
        async token =>
        {
            await incident.UntilAsync(CacheDown, "pending", token);
            await WithoutAlertmanagerAsync(
                incident,
                async down =>
                {
                    await incident.UntilAsync(CacheDown, "firing", down);
                    await incident.DelayAsync(Outage, down);
                },
                token);
            await incident.UntilToldAsync(CacheDown, token);
        },
        cancellationToken);
}
