using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.Tests.Unit.Redis;

/// <summary>A server on 127.0.0.1 that answers each command with scripted bytes; null closes the connection, an empty answer is none.</summary>
internal sealed class FakeRedisServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string[], string?> _answer;
    private readonly Task _accepting;

    public FakeRedisServer(Func<string[], string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static string Bulk(string text) => $"${Encoding.UTF8.GetByteCount(text)}\r\n{text}\r\n";

    public static string Pair(string first, string second) => $"*2\r\n{Bulk(first)}{Bulk(second)}";

    public Task<RedisConnection> ConnectAsync(TimeSpan? timeout = null) => RedisConnection.ConnectAsync("127.0.0.1", Port, CancellationToken.None, timeout);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        var stream = client.GetStream();
        var reader = PipeReader.Create(stream);
        while ((await reader.ReadAsync(_stop.Token)) is { } result && !(result.IsCompleted && result.Buffer.IsEmpty))
        {
            var bytes = result.Buffer;
            while (RespParser.TryRead(ref bytes, out var command))
            {
                if (_answer([.. command!.AsArray().Select(argument => argument.AsString())]) is not { } answer)
                {
                    return;
                }

                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
            }

            reader.AdvanceTo(bytes.Start, bytes.End);
        }
    }
}
