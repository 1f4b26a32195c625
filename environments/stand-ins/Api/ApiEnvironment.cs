using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using NovaCron.Validation.StandIns.Dwcp;
using NovaCron.Validation.StandIns.Dwcp.Framing;

namespace NovaCron.Validation.StandIns.Api;

/// <summary>Reads the options from environment variables, and finds all that is wrong with them at once.</summary>
/// <param name="read">A variable's value; null when it is not set.</param>
internal sealed class ApiEnvironment(Func<string, string?> read)
{
    private readonly List<string> problems = [];

    /// <summary>Reads all options.</summary>
    /// <exception cref="ArgumentException">Variables have values that they cannot have; each is named.</exception>
    public ApiOptions Read()
    {
        var defaults = new ApiOptions();
        var (cacheHost, cachePort) = ReadCacheAddress(defaults.CachePort);
        var options = new ApiOptions
        {
            WarmUp = TimeSpan.FromMilliseconds(ReadNumber("WARM_UP_MILLISECONDS", (long)defaults.WarmUp.TotalMilliseconds, 0, 600_000)),
            Port = (int)ReadNumber("API_PORT", defaults.Port, 0, ushort.MaxValue),
            MetricsPort = (int)ReadNumber("METRICS_PORT", defaults.MetricsPort, 0, ushort.MaxValue),
            Database = ReadDatabase(),
            CacheHost = cacheHost,
            CachePort = cachePort,
            CacheLifetime = TimeSpan.FromSeconds(ReadNumber("CACHE_TTL_SECONDS", (long)defaults.CacheLifetime.TotalSeconds, 1, 86_400)),
            Version = ReadText("NOVACRON_VERSION") ?? defaults.Version,
            Dwcp = ReadDwcp(new DwcpOptions()),
        };
        return problems.Count == 0
            ? options
            : throw new ArgumentException($"The API cannot start with these environment variables: {string.Join("; ", problems)}.");
    }

    private DwcpOptions ReadDwcp(DwcpOptions defaults) => new()
    {
        Peers = ReadText("DWCP_PEERS")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        OwnAddress = ReadAddress("POD_IP"),
        Port = (int)ReadNumber("DWCP_PORT", defaults.Port, 1, ushort.MaxValue),
        Streams = (int)ReadNumber("DWCP_STREAMS", defaults.Streams, 0, 10_000),
        PacketsPerSecond = (int)ReadNumber("DWCP_PACKETS_PER_SECOND", defaults.PacketsPerSecond, 1, StreamOffer.MaximumPacketsPerSecond),
        PayloadBytes = (int)ReadNumber("DWCP_PAYLOAD_BYTES", defaults.PayloadBytes, 1, DwcpOptions.LongestPayload),
        RandomShare = ReadPayload(),
        MaximumStreams = (int)ReadNumber("DWCP_STREAMS_MAX", defaults.MaximumStreams, 1, 1_000_000),
        BandwidthBytes = ReadNumber("DWCP_BANDWIDTH_BYTES", defaults.BandwidthBytes, 1, long.MaxValue),
        ReservedBytesPerStream = ReadText("DWCP_RESERVED_BYTES") is null ? null : ReadNumber("DWCP_RESERVED_BYTES", 0, 0, long.MaxValue),
    };

    private string? ReadText(string name) => read(name) is { Length: > 0 } value ? value : null;

    private long ReadNumber(string name, long otherwise, long least, long most)
    {
        if (ReadText(name) is not { } text)
            return otherwise;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        problems.Add($"{name} is '{text}' and must be a whole number from {least} to {most}");
        return otherwise;
    }

    private IPAddress? ReadAddress(string name)
    {
        if (ReadText(name) is not { } text)
            return null;
        if (IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork)
            return address;
        problems.Add($"{name} is '{text}' and must be an IPv4 address");
        return null;
    }

    private double ReadPayload()
    {
        switch (ReadText("DWCP_PAYLOAD"))
        {
            case null or "text":
                return 0;
            case "random":
                return 1;
            case var text when text.StartsWith("mixed:", StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(6), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
                && share is >= 0 and <= 1:
                return share;
            case var text:
                problems.Add($"DWCP_PAYLOAD is '{text}' and must be text, random, or mixed: with the random share from 0 to 1, such as mixed:0.25");
                return 0;
        }
    }

    private string? ReadDatabase()
    {
        if (ReadText("DATABASE_URL") is not { } text)
            return null;
        try
        {
            _ = new NpgsqlConnectionStringBuilder(text);
        }
        catch (ArgumentException e)
        {
            problems.Add($"DATABASE_URL must be an Npgsql connection string such as Host=postgres;Username=novacron;Database=novacron: {e.Message}");
        }

        return text;
    }

    private (string? Host, int Port) ReadCacheAddress(int otherwise)
    {
        if (ReadText("CACHE_ADDRESS") is not { } text)
            return (null, otherwise);
        var parts = text.Split(':');
        if (parts is [{ Length: > 0 } host, var port]
            && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= ushort.MaxValue)
        {
            return (host, number);
        }

        problems.Add($"CACHE_ADDRESS is '{text}' and must be host:port, such as redis:6379");
        return (null, otherwise);
    }
}
