using System.Globalization;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Redis;
using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Load.Steps;

namespace NovaCron.Validation.Scenarios.Traffic;

/// <summary>Steady traffic to Redis, as a cache in good health sees it. Rates are per wall second and never scaled.</summary>
internal sealed class CacheTraffic : IAsyncDisposable
{
    private const int PerSecond = 50;
    private const int Keys = 50;
    private readonly int _port;
    private readonly SemaphoreSlim _connecting = new(1, 1);
    private RedisConnection? _connection;
    private long _count;

    private CacheTraffic(int port) => _port = port;

    /// <summary>Reads of keys that are there; one that was evicted is written again, as a cache's user does.</summary>
    public static Scenario MostlyHits(Cell cell)
    {
        var traffic = new CacheTraffic(cell.RedisPort);
        return Scenario.Create("redis", new CommandStep(traffic.ReadThroughAsync).RunAsync)
            .WithInit(traffic.PrepareAsync)
            .WithLoadSimulations(Simulation.Inject(PerSecond, TimeSpan.FromSeconds(1), null))
            .WithClean(async () => await traffic.DisposeAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DropAsync(_connection);
        _connecting.Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var connection = await ConnectionAsync(cancellationToken);
        for (var key = 0; key < Keys; key++)
        {
            await WriteAsync(connection, Key(key), cancellationToken);
        }
    }

    private async Task ReadThroughAsync(CancellationToken cancellationToken)
    {
        var key = Key(Interlocked.Increment(ref _count) % Keys);
        var connection = await ConnectionAsync(cancellationToken);
        try
        {
            var value = await connection.ExecuteAsync(["GET", key], cancellationToken);
            if (value.IsNull)
            {
                await WriteAsync(connection, key, cancellationToken);
            }
        }
        catch (RedisConnectionException)
        {
            // As a client's pool does: the broken connection goes, and the next read makes another.
            await DropAsync(connection);
            throw;
        }
    }

    private async Task<RedisConnection> ConnectionAsync(CancellationToken cancellationToken)
    {
        await _connecting.WaitAsync(cancellationToken);
        try
        {
            return _connection ??= await RedisConnection.ConnectAsync("127.0.0.1", _port, cancellationToken);
        }
        finally
        {
            _connecting.Release();
        }
    }

    private async Task DropAsync(RedisConnection? connection)
    {
        if (connection is not null && Interlocked.CompareExchange(ref _connection, null, connection) == connection)
        {
            await connection.DisposeAsync();
        }
    }

    private static Task WriteAsync(RedisConnection connection, string key, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(["SET", key, "a cached value"], cancellationToken);

    private static string Key(long number) => string.Create(CultureInfo.InvariantCulture, $"novacron-validation:load:{number}");
}
