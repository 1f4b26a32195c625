using System.Globalization;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>What the kernel counted in the fault's two rules.</summary>
/// <param name="Held">Datagrams from outside that were diverted to the relay.</param>
/// <param name="HandedOn">Datagrams that the relay handed on to the pod.</param>
internal readonly record struct HeldCount(long Held, long HandedOn);

/// <summary>
/// The rules of the fault's table: what arrives from outside is diverted to the relay's port, and what the relay hands on, over loopback,
/// is let through. Only the port is rewritten, packet by packet: nothing is tracked, so the fault begins and ends at once.
/// </summary>
internal static class PathDelayRules
{
    private const string Rewrites = "mangle";

    /// <summary>Makes the table.</summary>
    public static IReadOnlyList<string> AddCommand(int port, int relayPort) => NftTable.AddRulesCommand(
        string.Create(CultureInfo.InvariantCulture, $"iifname != \"lo\" udp dport {port} counter udp dport set {relayPort}"),
        string.Create(CultureInfo.InvariantCulture, $"iifname \"lo\" udp dport {port} counter"));

    /// <summary>Reads the counters out of the listed table.</summary>
    /// <param name="json">Output of <see cref="NftTable.ListCommand"/>.</param>
    /// <returns>Null when the table lacks one of the two rules.</returns>
    /// <exception cref="FormatException">This is no output of <c>nft -j</c>.</exception>
    public static HeldCount? Parse(string json) =>
        NftTable.ParseCounters(json, Rewrites) is (long handedOn, long held) ? new HeldCount(held, handedOn) : null;
}
