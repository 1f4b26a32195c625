using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace NovaCron.Validation.StandIns.Api.Cache;

/// <summary>One connection to a Redis server. Commands of several threads are pipelined; replies come in their order.</summary>
internal sealed class RespConnection : IDisposable
{
    private readonly ConcurrentQueue<TaskCompletionSource<RespValue>> waiting = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Socket socket;
    private readonly NetworkStream stream;

    private RespConnection(Socket socket)
    {
        this.socket = socket;
        stream = new NetworkStream(socket, ownsSocket: true);
        _ = ReadRepliesAsync();
    }

    /// <summary>Whether commands can still be sent.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Connects.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">Port.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SocketException">The server cannot be reached.</exception>
    public static async Task<RespConnection> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancellationToken);
            return new RespConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a command and waits for its reply.</summary>
    /// <param name="command">The encoded command.</param>
    /// <param name="cancellationToken">Stops waiting; the reply is then dropped when it comes, and the connection stays usable.</param>
    /// <exception cref="RespException">The connection ended before the reply.</exception>
    public async Task<RespValue> SendAsync(ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        var reply = new TaskCompletionSource<RespValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        await writing.WaitAsync(cancellationToken);
        try
        {
            waiting.Enqueue(reply);

            // Half a command would spoil all that follow it, so writing is not cancelled; closing the connection ends it.
            await stream.WriteAsync(command, CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }

        if (!IsOpen)
            FailWaiting(new RespException("Asking the cache failed: the connection was closed."));
        return await reply.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        IsOpen = false;
        stream.Dispose();
    }

    private async Task ReadRepliesAsync()
    {
        var reader = PipeReader.Create(stream);
        try
        {
            while (true)
            {
                var value = await RespProtocol.ReadAsync(reader, CancellationToken.None);
                if (!waiting.TryDequeue(out var reply))
                    throw new RespException("Reading a cache reply failed: it answers no command.");
                reply.TrySetResult(value);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or RespException or ObjectDisposedException)
        {
            Dispose();
            FailWaiting(e);
        }
    }

    private void FailWaiting(Exception cause)
    {
        while (waiting.TryDequeue(out var reply))
            reply.TrySetException(cause is RespException ? cause : new RespException($"Asking the cache failed: {cause.Message}", cause));
    }
}
