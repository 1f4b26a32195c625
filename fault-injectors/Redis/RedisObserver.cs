using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>
/// Asks Redis about itself over a connection that is kept: a new one costs some 16 kB of buffers, for which a full Redis
/// evicts a dozen keys, and gives them back later. Only what observes is connected anew after a failure, never what acts.
/// </summary>
/// <param name="connect">Opens a connection.</param>
internal sealed class RedisObserver(Func<CancellationToken, Task<RedisConnection>> connect) : IAsyncDisposable
{
    private RedisConnection? _connection;

    /// <summary>Asks.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="cancellationToken">Ends the call, and with it the connection.</param>
    public async Task<T> AskAsync<T>(Func<RedisConnection, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
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

    /// <summary>Closes the connection; the next question opens another.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
