using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>
/// Asks Redis about its evictions over a connection that is kept: a new one costs some 16 kB of buffers, for which a full Redis
/// evicts a dozen keys, and gives them back later. Only what observes is connected anew after a failure, never what writes.
/// </summary>
/// <param name="connect">Opens a connection.</param>
internal sealed class EvictionObserver(Func<CancellationToken, Task<RedisConnection>> connect) : IAsyncDisposable
{
    private RedisConnection? _connection;

    /// <summary>Asks for evictions and for what they depend on.</summary>
    public Task<EvictionReading> ReadAsync(CancellationToken cancellationToken) => AskAsync(ReadAsync, cancellationToken);

    /// <summary>Counts the keys of the fault that exist.</summary>
    public Task<long> CountKeysAsync(CancellationToken cancellationToken) => AskAsync(EvictionKeys.CountAsync, cancellationToken);

    /// <summary>Deletes every key of the fault.</summary>
    public Task<long> DeleteKeysAsync(CancellationToken cancellationToken) => AskAsync(EvictionKeys.DeleteAllAsync, cancellationToken);

    /// <summary>Closes the connection; the next question opens another.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    private static async Task<EvictionReading> ReadAsync(RedisConnection connection, CancellationToken cancellationToken) => new(
        await connection.ConfigGetAsync("maxmemory-policy", cancellationToken),
        (await connection.InfoAsync("memory", cancellationToken)).GetInt64("maxmemory"),
        (await connection.InfoAsync("stats", cancellationToken)).GetInt64("evicted_keys"));

    private async Task<T> AskAsync<T>(Func<RedisConnection, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            _connection ??= await connect(cancellationToken);
            return await ask(_connection, cancellationToken);
        }
        catch
        {
            // A question that broke off, by an error or by being cancelled, leaves the connection of no more use.
            await DisposeAsync();
            throw;
        }
    }
}
