using NovaCron.Validation.Assertions.BlindSpots;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>
/// Alertmanager dead when an alert that it has told ends: whom it told is kept in memory and written to disk every 15 minutes only, so that the
/// Alertmanager that is back knows nobody to tell of the end.
/// </summary>
internal sealed class AlertmanagerKilledBeforeTheEnd : PipelineSpot
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "alertmanager-killed-before-the-end",
        Done = "Redis dies and CacheDown is told; Alertmanager is killed, Redis comes back, CacheDown ends, and Alertmanager is restarted",
        ShouldBeTold = "the cache is back",
        Tidings = Tidings.End,
        NamedBy = [CacheDown],
        ClosedBy = "AlertmanagerUnreachable",
    };

    /// <inheritdoc/>
    public override async Task PlayAsync(Incident incident, CancellationToken cancellationToken)
    {
        await using var redis = await incident.BeginAsync(RedisKill(incident), cancellationToken);
        await redis.WhileEffectiveAsync(token => incident.UntilToldAsync(CacheDown, token), cancellationToken);
        await WithoutAlertmanagerAsync(
            incident,
            async down =>
            {
                await incident.EndAsync(redis, down);
                await incident.UntilEndedAsync(CacheDown, down);
            },
            cancellationToken);
        await incident.RecoverAsync(cancellationToken);
    }
}
