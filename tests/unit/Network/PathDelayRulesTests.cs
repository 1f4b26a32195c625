using NovaCron.Validation.FaultInjectors.Network;

namespace NovaCron.Validation.Tests.Unit.Network;

public sealed class PathDelayRulesTests
{
    private const string HoldRule = """{"rule": {"family": "inet", "table": "novacron_validation", "chain": "input", "handle": 2, "expr": [{"match": {"op": "!=", "left": {"meta": {"key": "iifname"}}, "right": "lo"}}, {"match": {"op": "==", "left": {"payload": {"protocol": "udp", "field": "dport"}}, "right": 7000}}, {"counter": {"packets": 1000, "bytes": 128000}}, {"mangle": {"key": {"payload": {"protocol": "udp", "field": "dport"}}, "value": 19191}}]}}""";
    private const string PassRule = """{"rule": {"family": "inet", "table": "novacron_validation", "chain": "input", "handle": 3, "expr": [{"match": {"op": "==", "left": {"meta": {"key": "iifname"}}, "right": "lo"}}, {"match": {"op": "==", "left": {"payload": {"protocol": "udp", "field": "dport"}}, "right": 7000}}, {"counter": {"packets": 900, "bytes": 6400}}]}}""";

    [Fact]
    public void Both_counters_are_read_in_any_order()
    {
        PathDelayRules.Parse(Listing(HoldRule, PassRule)).Should().Be(new HeldCount(1000, 900));
        PathDelayRules.Parse(Listing(PassRule, HoldRule)).Should().Be(new HeldCount(1000, 900));
    }

    [Fact]
    public void A_table_without_one_of_the_rules_has_no_counters()
    {
        PathDelayRules.Parse(Listing(HoldRule)).Should().BeNull();
        PathDelayRules.Parse(Listing(PassRule)).Should().BeNull();
    }

    [Fact]
    public void What_is_no_listing_is_an_error() => FluentActions.Invoking(() => PathDelayRules.Parse("")).Should().Throw<FormatException>();

    [Fact]
    public void Rules_are_added_in_one_transaction() =>
        PathDelayRules.AddCommand(7000, 19191).Should().Equal(
            "nft",
            "add table inet novacron_validation; add chain inet novacron_validation input { type filter hook input priority 0; policy accept; }; add rule inet novacron_validation input iifname != \"lo\" udp dport 7000 counter udp dport set 19191; add rule inet novacron_validation input iifname \"lo\" udp dport 7000 counter");

    private static string Listing(params string[] entries) => $$"""{"nftables": [{{string.Join(", ", entries)}}]}""";
}
