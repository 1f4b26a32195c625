using System.IO.Pipelines;
using System.Net.Sockets;

namespace NovaCron.Validation.Environments.Redis;

/// <summary>
/// One connection to a Redis server, RESP 2. Commands of several callers take turns. A connection that broke, timed out or
/// was cancelled half-way is closed and never made again: every later call says why.
/// </summary>
public sealed class RedisConnection : IAsyncDisposable
{
    /// <summary>How long connecting, or one call with all its replies, may take unless told otherwise, wall time. StackExchange.Redis' own default.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly TcpClient _client;
    private readonly PipeReader _reader;
    private readonly PipeWriter _writer;
    private readonly TimeSpan _timeout;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private RedisException? _broken;

    private RedisConnection(TcpClient client, string endPoint, TimeSpan timeout)
    {
        (_client, EndPoint, _timeout) = (client, endPoint, timeout);
        _reader = PipeReader.Create(client.GetStream(), new StreamPipeReaderOptions(leaveOpen: true));
        _writer = PipeWriter.Create(client.GetStream(), new StreamPipeWriterOptions(leaveOpen: true));
    }

    /// <summary>The server, as <c>host:port</c>.</summary>
    public string EndPoint { get; }

    /// <summary>Connects.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">Port.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <param name="timeout">Longest time for connecting and for each call, wall time; <see cref="DefaultTimeout"/> when null.</param>
    /// <exception cref="RedisConnectionException">The server could not be reached.</exception>
    /// <exception cref="RedisTimeoutException">It did not answer in time.</exception>
#pragma warning disable CA1068 // The optional timeout follows the token, which every caller gives.
    public static async Task<RedisConnection> ConnectAsync(string host, int port, CancellationToken cancellationToken, TimeSpan? timeout = null)
#pragma warning restore CA1068
    {
        var limit = timeout ?? DefaultTimeout;
        var client = new TcpClient { NoDelay = true };
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(limit);
        try
        {
            await client.ConnectAsync(host, port, bounded.Token);
            return new RedisConnection(client, $"{host}:{port}", limit);
        }
        catch (Exception e)
        {
            client.Dispose();
            throw e switch
            {
                OperationCanceledException when !cancellationToken.IsCancellationRequested => new RedisTimeoutException($"connecting to Redis at {host}:{port} took longer than {limit}", e),
                SocketException => new RedisConnectionException($"Redis at {host}:{port} could not be reached: {e.Message}", e),
                _ => e,
            };
        }
    }

    /// <summary>Runs one command.</summary>
    /// <exception cref="RedisServerException">The server answered with an error.</exception>
    /// <exception cref="RedisConnectionException">The connection is or was broken.</exception>
    /// <exception cref="RedisTimeoutException">No answer in time.</exception>
    public async Task<RespValue> ExecuteAsync(IReadOnlyList<RedisValue> command, CancellationToken cancellationToken)
    {
        var reply = (await ExecuteBatchAsync([command], cancellationToken))[0];
        return reply.IsError ? throw new RedisServerException($"{command[0]} on Redis at {EndPoint} was answered with: {reply}") : reply;
    }

    /// <summary>Runs commands in one go, all sent before the first reply is awaited. An error that the server answers with is among the replies.</summary>
    /// <returns>One reply per command, in order.</returns>
    /// <exception cref="RedisConnectionException">The connection is or was broken.</exception>
    /// <exception cref="RedisTimeoutException">Not all answers came in time.</exception>
    public async Task<IReadOnlyList<RespValue>> ExecuteBatchAsync(IReadOnlyList<IReadOnlyList<RedisValue>> commands, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commands);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_broken is not null)
            {
                throw new RedisConnectionException($"the connection to Redis at {EndPoint} is closed since: {_broken.Message}", _broken);
            }

            return await ExchangeAsync(commands, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Asks for INFO.</summary>
    /// <param name="section">Section, e.g. <c>stats</c>.</param>
    /// <param name="cancellationToken">Ends the call, and with it the connection.</param>
    /// <exception cref="RedisException">As <see cref="ExecuteAsync"/>.</exception>
    public async Task<RedisInfo> InfoAsync(string section, CancellationToken cancellationToken) =>
        RedisInfo.Parse((await ExecuteAsync(["INFO", section], cancellationToken)).AsString());

    /// <summary>Asks for one configuration parameter.</summary>
    /// <exception cref="RedisException">As <see cref="ExecuteAsync"/>, or the server does not know the parameter.</exception>
    public async Task<string> ConfigGetAsync(string parameter, CancellationToken cancellationToken)
    {
        var reply = await ExecuteAsync(["CONFIG", "GET", parameter], cancellationToken);
        return reply.AsArray() is [_, { } value] ? value.AsString() : throw new RedisException($"Redis at {EndPoint} has no configuration parameter '{parameter}': {reply}");
    }

    /// <summary>Closes the connection.</summary>
    public ValueTask DisposeAsync()
    {
        _broken ??= new RedisConnectionException("it was disposed of");
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<RespValue>> ExchangeAsync(IReadOnlyList<IReadOnlyList<RedisValue>> commands, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(_timeout);
        var what = commands.Count == 1 ? commands[0][0].ToString() : $"a batch of {commands.Count} commands";
        try
        {
            // Replies are read while commands are still being sent: with both sides only writing, a large batch would block for ever.
            var sending = SendAsync(commands, bounded.Token);
            var replies = await ReceiveAsync(commands.Count, bounded.Token);
            await sending;
            return replies;
        }
        catch (Exception e)
        {
            throw Break(e, what, cancellationToken);
        }
    }

    private Exception Break(Exception e, string what, CancellationToken cancellationToken)
    {
        _client.Dispose();
        _broken = e switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested => new RedisConnectionException($"{what} was cancelled half-way", e),
            OperationCanceledException => new RedisTimeoutException($"{what} on Redis at {EndPoint} was not answered within {_timeout}", e),
            _ => new RedisConnectionException($"the connection to Redis at {EndPoint} broke during {what}: {e.Message}", e),
        };
        return e is OperationCanceledException && cancellationToken.IsCancellationRequested ? e : _broken;
    }

    private async Task SendAsync(IReadOnlyList<IReadOnlyList<RedisValue>> commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            RespWriter.Write(_writer, command);
        }

        await _writer.FlushAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<RespValue>> ReceiveAsync(int count, CancellationToken cancellationToken)
    {
        var replies = new List<RespValue>(count);
        while (replies.Count < count)
        {
            var result = await _reader.ReadAsync(cancellationToken);
            var bytes = result.Buffer;
            while (replies.Count < count && RespParser.TryRead(ref bytes, out var reply))
            {
                replies.Add(reply!);
            }

            bool surplus = replies.Count == count && !bytes.IsEmpty;
            _reader.AdvanceTo(bytes.Start, result.Buffer.End);
            if (surplus)
            {
                throw new RespFormatException($"the server sent more than the {count} replies asked for");
            }

            if (result.IsCompleted && replies.Count < count)
            {
                throw new RedisConnectionException($"the server closed it after {replies.Count} of {count} replies");
            }
        }

        return replies;
    }
}
