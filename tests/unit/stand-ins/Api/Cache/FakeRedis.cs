using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NovaCron.Validation.Tests.Unit.StandIns.Api.Cache;

/// <summary>Speaks enough RESP for a cache: GET, SET, DEL, PING and INFO, and can hang, refuse or die.</summary>
internal sealed class FakeRedis : IDisposable
{
    private readonly ConcurrentDictionary<string, string> values = new();
    private readonly ConcurrentBag<Socket> clients = [];
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private TaskCompletionSource running = new();
    private int hits;
    private int misses;

    public FakeRedis()
    {
        IsHung = false;
        Start();
    }

    public int Port { get; private set; }

    public ConcurrentQueue<string> Commands { get; } = new();

    public ConcurrentDictionary<string, string> Values => values;

    /// <summary>While true, commands are taken and answered only later, as a paused server does.</summary>
    public bool IsHung
    {
        get => !running.Task.IsCompleted;
        set
        {
            if (value)
                running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            else
                running.TrySetResult();
        }
    }

    public string? Refusal { get; set; }

    public void Stop()
    {
        listener.Stop();
        while (clients.TryTake(out var client))
            client.Dispose();
    }

    public void Restart()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        Start();
    }

    public void Dispose() => Stop();

    private void Start()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                var client = await from.AcceptSocketAsync();
                clients.Add(client);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        try
        {
            using var reader = new StreamReader(new NetworkStream(client), new UTF8Encoding(false));
            while (await ReadCommandAsync(reader) is { } command)
            {
                Commands.Enqueue(string.Join(' ', command));
                await running.Task;
                await client.SendAsync(Encoding.UTF8.GetBytes(Refusal ?? Answer(command)));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The client or the test went away.
        }
    }

    private static async Task<string[]?> ReadCommandAsync(StreamReader reader)
    {
        if (await reader.ReadLineAsync() is not { } header)
            return null;
        var command = new string[int.Parse(header.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)];
        for (var i = 0; i < command.Length; i++)
        {
            await reader.ReadLineAsync();
            command[i] = await reader.ReadLineAsync() ?? "";
        }

        return command;
    }

    private string Answer(string[] command) => command[0] switch
    {
        "GET" => values.TryGetValue(command[1], out var value) ? Hit(value) : Miss(),
        "SET" => Set(command[1], command[2]),
        "DEL" => $":{(values.TryRemove(command[1], out _) ? 1 : 0)}\r\n",
        "PING" => "+PONG\r\n",
        "INFO" => Bulk($"# Stats\r\nkeyspace_hits:{hits}\r\nkeyspace_misses:{misses}\r\n"),
        _ => "-ERR unknown command\r\n",
    };

    private string Hit(string value)
    {
        hits++;
        return Bulk(value);
    }

    private string Miss()
    {
        misses++;
        return "$-1\r\n";
    }

    private string Set(string key, string value)
    {
        values[key] = value;
        return "+OK\r\n";
    }

    private static string Bulk(string value) => $"${Encoding.UTF8.GetByteCount(value)}\r\n{value}\r\n";
}
