using System.Globalization;
using System.Text.Json;

namespace NovaCron.Validation.FaultInjectors.Dwcp;

/// <summary>The open DWCP streams that a pod lists for one peer.</summary>
/// <param name="Count">How many.</param>
/// <param name="ReservedBytes">Bytes per second that they reserve together.</param>
/// <param name="Packets">Packets that the pod has received on them.</param>
internal readonly record struct PodStreams(int Count, long ReservedBytes, long Packets)
{
    private const string EndOfHeaders = "\r\n\r\n";

    /// <summary>Asks a pod's API for its open streams, with nothing but a shell.</summary>
    /// <param name="address">The pod's address.</param>
    /// <param name="port">Its API's port.</param>
    public static IReadOnlyList<string> Command(string address, int port) =>
    [
        "bash", "-c",
        string.Create(CultureInfo.InvariantCulture, $@"exec 3<>/dev/tcp/{address}/{port} && printf 'GET /api/v1/streams HTTP/1.0\r\nHost: {address}\r\n\r\n' >&3 && cat <&3"),
    ];

    /// <summary>Reads the answer.</summary>
    /// <param name="answer">Output of <see cref="Command"/>.</param>
    /// <param name="peer">Address of the peer whose streams are wanted.</param>
    /// <exception cref="FormatException">This is no list of streams: then that none is there would prove nothing.</exception>
    public static PodStreams Parse(string answer, string peer)
    {
        var body = answer.IndexOf(EndOfHeaders, StringComparison.Ordinal);
        if (body < 0 || answer.Split(' ') is not [_, "200", ..])
        {
            throw new FormatException($"the pod did not answer with its streams, but '{answer[..Math.Min(answer.Length, 80)]}'");
        }

        try
        {
            using var list = JsonDocument.Parse(answer[(body + EndOfHeaders.Length)..]);
            return list.RootElement.EnumerateArray().Where(stream => IsFrom(stream, peer)).Aggregate(default(PodStreams), Add);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"the pod's list of streams cannot be read: {e.Message}", e);
        }
    }

    private static bool IsFrom(JsonElement stream, string peer) =>
        stream.GetProperty("direction").GetString() == "incoming"
        && stream.GetProperty("peer").GetString()!.StartsWith(peer + ":", StringComparison.Ordinal);

    private static PodStreams Add(PodStreams sum, JsonElement stream) => new(
        sum.Count + 1,
        sum.ReservedBytes + stream.GetProperty("reserved_bytes_per_second").GetInt64(),
        sum.Packets + stream.GetProperty("packets").GetInt64());
}
