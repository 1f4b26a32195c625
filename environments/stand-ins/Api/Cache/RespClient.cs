using System.Globalization;
using System.Net.Sockets;

namespace NovaCron.Validation.StandIns.Api.Cache;

/// <summary>
/// A Redis client for a cache: connects when first asked, again after a failure, and answers within its timeout,
/// for a cache that makes its callers wait is worse than none. Safe for several threads.
/// </summary>
/// <param name="host">Name or address of the server.</param>
/// <param name="port">Its port.</param>
/// <param name="timeout">The longest that a command may take, connecting included.</param>
/// <param name="time">The time.</param>
internal sealed class RespClient(string host, int port, TimeSpan timeout, TimeProvider time) : IDisposable
{
    /// <summary>Ten times what a busy server takes, and a quarter of what HighResponseTime allows a request.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMilliseconds(500);

    /// <summary>How long to go without the cache after it failed, before it is tried again.</summary>
    public static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim connecting = new(1, 1);
    private RespConnection? connection;
    private long? failedAt;

    /// <summary>GET: the value of a key; null when there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<string?> GetAsync(string key, CancellationToken cancellationToken) => SendAsync(["GET", key], cancellationToken);

    /// <summary>SET with EX: stores a value for a time.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="lifetime">How long, in whole seconds.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task SetAsync(string key, string value, TimeSpan lifetime, CancellationToken cancellationToken) =>
        SendAsync(["SET", key, value, "EX", ((int)lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture)], cancellationToken);

    /// <summary>DEL: removes a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task DeleteAsync(string key, CancellationToken cancellationToken) => SendAsync(["DEL", key], cancellationToken);

    /// <summary>PING: whether the server answers at all.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task PingAsync(CancellationToken cancellationToken) => SendAsync(["PING"], cancellationToken);

    /// <summary>INFO stats: the server's share of hits among its lookups; null when it had none.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<double?> HitRateAsync(CancellationToken cancellationToken)
    {
        var info = await SendAsync(["INFO", "stats"], cancellationToken) ?? "";
        var hits = RespInfo.Read(info, "keyspace_hits");
        var lookups = hits + RespInfo.Read(info, "keyspace_misses");
        return lookups > 0 ? (double)hits / lookups : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        connection?.Dispose();
        connecting.Dispose();
    }

    private async Task<string?> SendAsync(string[] command, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var open = await OpenAsync(either.Token);
            var reply = await open.SendAsync(RespProtocol.Encode(command), either.Token);
            return reply.IsError
                ? throw new RespException($"{command[0]} on the cache at {host}:{port} was refused: {reply.Text}")
                : reply.Text;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            connection?.Dispose();
            failedAt = time.GetTimestamp();
            throw new RespException($"{command[0]} on the cache at {host}:{port} got no answer within {timeout.TotalMilliseconds} ms.", e);
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException)
        {
            failedAt = time.GetTimestamp();
            throw new RespException($"{command[0]} on the cache at {host}:{port} failed: {e.Message}", e);
        }
    }

    private async Task<RespConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (connection is { IsOpen: true } open)
            return open;
        if (failedAt is { } at && time.GetElapsedTime(at) < RetryInterval)
            throw new RespException($"The cache at {host}:{port} failed less than {RetryInterval.TotalMilliseconds} ms ago and is not asked again yet.");
        await connecting.WaitAsync(cancellationToken);
        try
        {
            if (connection is not { IsOpen: true })
                connection = await RespConnection.ConnectAsync(host, port, cancellationToken);
            return connection;
        }
        finally
        {
            connecting.Release();
        }
    }
}
