using System.Globalization;

namespace NovaCron.Validation.FaultInjectors.Dwcp;

/// <summary>What the kernel has sent over all interfaces of one network namespace but loopback, headers included.</summary>
internal static class SentBytes
{
    private const string Loopback = "lo";
    private const int Column = 8;

    /// <summary>Reads the kernel's counters.</summary>
    public static IReadOnlyList<string> Command => ["cat", "/proc/net/dev"];

    /// <summary>Adds up the interfaces.</summary>
    /// <param name="text">Output of <see cref="Command"/>.</param>
    /// <exception cref="FormatException">There is no interface in it.</exception>
    public static long Parse(string text)
    {
        var interfaces = text.Split('\n').Select(line => line.Split(':'))
            .Where(parts => parts.Length == 2 && parts[0].Trim() != Loopback)
            .Select(parts => Read(parts[1]))
            .ToList();
        return interfaces.Count > 0
            ? interfaces.Sum()
            : throw new FormatException($"/proc/net/dev has no interface but loopback; it begins with '{text[..Math.Min(text.Length, 80)]}'");
    }

    private static long Read(string counters) =>
        counters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > Column } columns
        && long.TryParse(columns[Column], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"a line of /proc/net/dev cannot be read: '{counters}'");
}
