using System.Globalization;
using NovaCron.Validation.StandIns.Api.Cache;
using NovaCron.Validation.StandIns.Api.Inventory;
using NovaCron.Validation.StandIns.Dwcp;

namespace NovaCron.Validation.StandIns.Api.Http;

/// <summary>Asks each configured component how it is, every time, so that health recovers when it does.</summary>
/// <param name="database">The database, if configured.</param>
/// <param name="cache">The cache, if configured.</param>
/// <param name="dwcp">DWCP, if configured.</param>
/// <param name="version">The API's version.</param>
/// <param name="time">The time.</param>
internal sealed class HealthChecks(IVirtualMachineStore? database, RespClient? cache, DwcpEndpoint? dwcp, string version, TimeProvider time)
{
    /// <summary>The longest that a component may take to say that it is well: longer than a cache command, and shorter than any prober's patience.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly long started = time.GetTimestamp();

    /// <summary>Asks all components, at once.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<DetailedHealth> CheckAsync(CancellationToken cancellationToken)
    {
        var asked = (Database: CheckDatabaseAsync(cancellationToken), Cache: CheckCacheAsync(cancellationToken));
        var components = new HealthComponents(await asked.Database, await asked.Cache, CheckDwcp());
        var timestamp = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new DetailedHealth(components.Status, timestamp, components, version, (long)time.GetElapsedTime(started).TotalSeconds);
    }

    private async Task<HealthComponents.DatabaseState?> CheckDatabaseAsync(CancellationToken cancellationToken)
    {
        if (database is null)
            return null;
        var (health, latency) = await MeasureAsync(database.CheckAsync, cancellationToken);
        return new HealthComponents.DatabaseState(Word(health is not null), latency, health?.Connections);
    }

    private async Task<HealthComponents.CacheState?> CheckCacheAsync(CancellationToken cancellationToken)
    {
        if (cache is null)
            return null;
        var (answered, latency) = await MeasureAsync(
            async token =>
            {
                await cache.PingAsync(token);
                return cache;
            },
            cancellationToken);
        if (answered is null)
            return new HealthComponents.CacheState(HealthComponents.Unhealthy, latency, HitRate: null);
        var (rate, _) = await MeasureAsync(async token => new HitRate(await cache.HitRateAsync(token)), cancellationToken);
        return new HealthComponents.CacheState(HealthComponents.Healthy, latency, rate?.Value);
    }

    private HealthComponents.DwcpState? CheckDwcp()
    {
        if (dwcp?.Measure() is not { } now)
            return null;
        var isWell = now.KnownPeers == 0 || now.ReachablePeers > 0;
        return new HealthComponents.DwcpState(Word(isWell), now.ActiveStreams, Math.Round((double)now.AllocatedBytes / now.AvailableBytes, 4));
    }

    private async Task<(TResult? Result, double Milliseconds)> MeasureAsync<TResult>(
        Func<CancellationToken, Task<TResult>> ask, CancellationToken cancellationToken)
        where TResult : class
    {
        using var limit = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var asked = time.GetTimestamp();
        TResult? result = null;
        try
        {
            result = await ask(either.Token);
        }
        catch (Exception e) when (e is DatabaseException or RespException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // No answer is the finding.
        }

        return (result, Math.Round(time.GetElapsedTime(asked).TotalMilliseconds, 3));
    }

    private static string Word(bool isWell) => isWell ? HealthComponents.Healthy : HealthComponents.Unhealthy;

    private sealed record HitRate(double? Value);
}
