using System.Globalization;
using System.Text.Json;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>What the kernel counted in the fault's two rules.</summary>
/// <param name="Offered">Packets that arrived for the port, the dropped ones included.</param>
/// <param name="Dropped">Packets dropped of those.</param>
internal readonly record struct PacketCount(long Offered, long Dropped);

/// <summary>The fault's nftables table: the commands that make and remove it, and what <c>nft -j</c> says of it.</summary>
internal static class NftTable
{
    /// <summary>Name of the table, used for nothing else.</summary>
    public const string Name = "novacron_validation";

    private const string Family = "inet";
    private const string Chain = "input";

    /// <summary>Lists the table, counters included; fails when it is absent.</summary>
    public static IReadOnlyList<string> ListCommand => ["nft", "-j", "list", "table", Family, Name];

    /// <summary>Lists the names of all tables.</summary>
    public static IReadOnlyList<string> ListTablesCommand => ["nft", "-j", "list", "tables"];

    /// <summary>Removes the table with all that is in it; works whether or not it is there, since adding one that is there changes nothing.</summary>
    public static IReadOnlyList<string> RemoveCommand => ["nft", $"add table {Family} {Name}; delete table {Family} {Name}"];

    /// <summary>Makes the table that loses packets. On the input hook: packets dropped on the output hook fail at the sender, which is no loss on the way.</summary>
    public static IReadOnlyList<string> AddCommand(int port, int dropOneIn) => AddRulesCommand(
        string.Create(CultureInfo.InvariantCulture, $"udp dport {port} counter"),
        string.Create(CultureInfo.InvariantCulture, $"udp dport {port} numgen inc mod {dropOneIn} 0 counter drop"));

    /// <summary>Makes a table that drops every TCP packet to a port, or from it, retransmissions and those of open connections, too: who waits for them waits for ever.</summary>
    public static IReadOnlyList<string> BlockCommand(int port, bool from)
    {
        // What a pod says to itself goes on.
        var packets = string.Create(CultureInfo.InvariantCulture, $"iifname != \"lo\" tcp {(from ? "sport" : "dport")} {port} counter");
        return AddRulesCommand(packets, $"{packets} drop");
    }

    /// <summary>Makes the table with rules for what arrives, in one transaction.</summary>
    public static IReadOnlyList<string> AddRulesCommand(params IEnumerable<string> rules) =>
    [
        "nft",
        $"add table {Family} {Name}; add chain {Family} {Name} {Chain} {{ type filter hook input priority 0; policy accept; }}; "
            + string.Join("; ", rules.Select(rule => $"add rule {Family} {Name} {Chain} {rule}")),
    ];

    /// <summary>Reads the counters out of the listed table: a rule that drops counts losses, one that does not counts arrivals.</summary>
    /// <param name="json">Output of <see cref="ListCommand"/>.</param>
    /// <returns>Null when the table lacks one of the two rules, which is then flushed or changed.</returns>
    /// <exception cref="FormatException">This is no output of <c>nft -j</c>.</exception>
    public static PacketCount? ParseCounters(string json) =>
        ParseCounters(json, "drop") is (long all, long lost) ? new PacketCount(all, lost) : null;

    /// <summary>Reads the counters out of the listed table, of the rule that has a statement and of the one that has not.</summary>
    /// <param name="json">Output of <see cref="ListCommand"/>.</param>
    /// <param name="statement">The statement, as JSON names it, e.g. <c>drop</c>.</param>
    /// <returns>Null for a rule that is not there.</returns>
    /// <exception cref="FormatException">This is no output of <c>nft -j</c>.</exception>
    public static (long? Without, long? With) ParseCounters(string json, string statement)
    {
        (long? Without, long? With) counters = (null, null);
        foreach (var entry in Entries(json))
        {
            if (entry.TryGetProperty("rule", out var rule) && IsOurs(rule, "table") && Counter(rule) is { } packets)
            {
                counters = Has(rule, statement) ? counters with { With = packets } : counters with { Without = packets };
            }
        }

        return counters;
    }

    /// <summary>Whether the table is among the listed ones.</summary>
    /// <param name="json">Output of <see cref="ListTablesCommand"/>.</param>
    /// <exception cref="FormatException">This is no output of <c>nft -j</c>.</exception>
    public static bool IsListed(string json) =>
        Entries(json).Exists(entry => entry.TryGetProperty("table", out var table) && IsOurs(table, "name"));

    private static List<JsonElement> Entries(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("nftables", out var entries) && entries.ValueKind is JsonValueKind.Array)
            {
                return [.. entries.EnumerateArray().Where(entry => entry.ValueKind is JsonValueKind.Object).Select(entry => entry.Clone())];
            }
        }
        catch (JsonException e)
        {
            throw new FormatException($"nft -j answered something that is no JSON: {e.Message}", e);
        }

        throw new FormatException($"nft -j answered JSON without the list 'nftables': '{json[..Math.Min(json.Length, 80)]}'");
    }

    private static bool IsOurs(JsonElement item, string property) =>
        item.ValueKind is JsonValueKind.Object && Text(item, "family") == Family && Text(item, property) == Name;

    private static string? Text(JsonElement item, string property) =>
        item.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> Statements(JsonElement rule) =>
        rule.TryGetProperty("expr", out var statements) && statements.ValueKind is JsonValueKind.Array
            ? statements.EnumerateArray().Where(statement => statement.ValueKind is JsonValueKind.Object)
            : [];

    private static bool Has(JsonElement rule, string name) => Statements(rule).Any(statement => statement.TryGetProperty(name, out _));

    private static long? Counter(JsonElement rule)
    {
        foreach (var statement in Statements(rule))
        {
            if (statement.TryGetProperty("counter", out var counter) && counter.ValueKind is JsonValueKind.Object
                && counter.TryGetProperty("packets", out var packets) && packets.TryGetInt64(out var count))
            {
                return count;
            }
        }

        return null;
    }
}
