using System.Collections.Immutable;
using System.Globalization;

namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>What the kernel says of TCP in one network namespace.</summary>
/// <param name="Listeners">Sockets that listen.</param>
/// <param name="PassiveOpens">Connections that any listener of the namespace has ever been given (RFC 1213 tcpPassiveOpens); null when the kernel does not tell.</param>
internal sealed record NamespaceSockets(ImmutableArray<Listener> Listeners, long? PassiveOpens)
{
    private const string ListenState = "0A";
    private const string SocketHeader = "local_address";
    private const string CounterPrefix = "Tcp:";
    private const int LocalColumn = 1;
    private const int StateColumn = 3;

    /// <summary>The files to read, one after the other, in any order. The last is absent where IPv6 is off.</summary>
    public static ImmutableArray<string> Files { get; } = ["/proc/net/tcp", "/proc/net/snmp", "/proc/net/tcp6"];

    /// <summary>Whether something listens on a port.</summary>
    public bool IsListening(int port) => Listeners.Any(listener => listener.Port == port);

    /// <summary>Whether something else than the port is open to others; loopback (the engine's DNS) is not.</summary>
    public bool HasOtherListeners(int port) => Listeners.Any(listener => listener.Port != port && !listener.IsLoopback);

    /// <summary>Reads the concatenation of the files.</summary>
    /// <exception cref="FormatException">There is no table of sockets in it, or a line cannot be read: then that nothing listens would prove nothing.</exception>
    public static NamespaceSockets Parse(string text)
    {
        var listeners = ImmutableArray.CreateBuilder<Listener>();
        var counters = new List<string[]>();
        var tables = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var columns = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (columns.Contains(SocketHeader))
            {
                tables++;
            }
            else if (columns is [CounterPrefix, ..])
            {
                counters.Add(columns);
            }
            else if (columns is [{ } first, ..] && first.EndsWith(':') && char.IsAsciiDigit(first[0]) && ParseSocket(columns) is { } listener)
            {
                listeners.Add(listener);
            }
        }

        return tables > 0
            ? new NamespaceSockets(listeners.ToImmutable(), ParsePassiveOpens(counters))
            : throw new FormatException($"{Files[0]} has no table of sockets; it begins with '{text[..Math.Min(text.Length, 80)]}'");
    }

    private static Listener? ParseSocket(string[] columns)
    {
        if (columns.Length <= StateColumn || columns[LocalColumn].Split(':') is not [{ Length: 8 or 32 } address, { } hexPort]
            || !ushort.TryParse(hexPort, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var port))
        {
            throw new FormatException($"a line of the table of sockets cannot be read: '{string.Join(' ', columns)}'");
        }

        return columns[StateColumn] == ListenState ? new Listener(port, IsLoopback(address)) : null;
    }

    // Addresses are printed as host-endian words, so that the first byte of an IPv4 address comes last on the little-endian machines that the suite runs on.
    private static bool IsLoopback(string address) => address.Length == 8
        ? address.EndsWith("7F", StringComparison.Ordinal)
        : address is "00000000000000000000000001000000" || (address.StartsWith("0000000000000000FFFF0000", StringComparison.Ordinal) && address.EndsWith("7F", StringComparison.Ordinal));

    private static long? ParsePassiveOpens(List<string[]> counters)
    {
        if (counters is not [var names, var values])
        {
            return null;
        }

        var column = Array.IndexOf(names, "PassiveOpens");
        return column > 0 && column < values.Length && long.TryParse(values[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }
}

/// <summary>A listening socket.</summary>
/// <param name="Port">Its port.</param>
/// <param name="IsLoopback">Whether only the namespace itself can reach it.</param>
internal readonly record struct Listener(int Port, bool IsLoopback);
