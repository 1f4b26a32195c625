using System.Globalization;

namespace NovaCron.Validation.StandIns.Kubernetes.Cadvisor;

/// <summary>Traffic of one network interface.</summary>
/// <param name="Name">Interface.</param>
/// <param name="ReceivedBytes">Bytes received.</param>
/// <param name="SentBytes">Bytes sent.</param>
internal sealed record InterfaceTraffic(string Name, long ReceivedBytes, long SentBytes);

/// <summary>Reads <c>/proc/PID/net/dev</c> of a network namespace.</summary>
/// <param name="procRoot">Where the engine's host's <c>/proc</c> is mounted; null when it is not, and nothing can be told.</param>
internal sealed class NetworkDevices(string? procRoot)
{
    /// <summary>Traffic of every interface but the loopback in the process' network namespace; empty when it cannot be read.</summary>
    public IReadOnlyList<InterfaceTraffic> Read(int pid)
    {
        try
        {
            return procRoot is null || pid == 0 ? [] : Parse(File.ReadAllText(Path.Combine(procRoot, pid.ToString(CultureInfo.InvariantCulture), "net", "dev")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Reads the file's text: two lines of heading, then <c>name: 8 numbers of receiving, 8 of sending</c>.</summary>
    public static IReadOnlyList<InterfaceTraffic> Parse(string text) => [.. text.Split('\n').Skip(2)
        .Select(line => line.Split(':', 2))
        .Where(parts => parts.Length == 2 && parts[0].Trim() != "lo")
        .Select(parts => (Name: parts[0].Trim(), Numbers: parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Where(row => row.Numbers.Length >= 9)
        .Select(row => new InterfaceTraffic(row.Name, long.Parse(row.Numbers[0], CultureInfo.InvariantCulture), long.Parse(row.Numbers[8], CultureInfo.InvariantCulture)))];
}
