using System.Globalization;

namespace NovaCron.Validation.Environments.Containers.Waits;

/// <summary>Reads the kernel's /proc/net/tcp and tcp6.</summary>
internal static class SocketTable
{
    private const string Listening = "0A";

    // 127.0.0.11 as the kernel prints it: the engine's own DNS server, on a random port.
    private const string EngineDns = "0B00007F";

    /// <summary>Whether a row of the table listens on the port.</summary>
    /// <param name="table">Text of one or both files.</param>
    /// <param name="port">TCP port.</param>
    public static bool HasListener(string table, int port) =>
        table.Split('\n').Any(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var local, _, Listening, ..]
            && local.Split(':') is [not EngineDns, var hex]
            && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var found)
            && found == port);
}
