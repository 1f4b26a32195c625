using NovaCron.Validation.FaultInjectors.Network;

namespace NovaCron.Validation.Tests.Unit.Network;

public sealed class NftTableTests
{
    private const string Metainfo = """{"metainfo": {"version": "1.0.6", "release_name": "Lester Gooch #5", "json_schema_version": 1}}""";
    private const string Table = """{"table": {"family": "inet", "name": "novacron_validation", "handle": 2}}""";
    private const string Chain = """{"chain": {"family": "inet", "table": "novacron_validation", "name": "input", "handle": 1, "type": "filter", "hook": "input", "prio": 0, "policy": "accept"}}""";
    private const string CountRule = """{"rule": {"family": "inet", "table": "novacron_validation", "chain": "input", "handle": 2, "expr": [{"match": {"op": "==", "left": {"payload": {"protocol": "udp", "field": "dport"}}, "right": 7000}}, {"counter": {"packets": 1000, "bytes": 128000}}]}}""";
    private const string DropRule = """{"rule": {"family": "inet", "table": "novacron_validation", "chain": "input", "handle": 3, "expr": [{"match": {"op": "==", "left": {"payload": {"protocol": "udp", "field": "dport"}}, "right": 7000}}, {"match": {"op": "==", "left": {"numgen": {"mode": "inc", "mod": 20, "offset": 0}}, "right": 0}}, {"counter": {"packets": 50, "bytes": 6400}}, {"drop": null}]}}""";

    [Fact]
    public void Both_counters_are_read() =>
        NftTable.ParseCounters(Listing(Metainfo, Table, Chain, CountRule, DropRule)).Should().Be(new PacketCount(1000, 50));

    [Fact]
    public void The_order_of_the_rules_does_not_matter() =>
        NftTable.ParseCounters(Listing(DropRule, CountRule)).Should().Be(new PacketCount(1000, 50));

    [Fact]
    public void A_table_without_one_of_the_rules_has_no_counters()
    {
        NftTable.ParseCounters(Listing(Metainfo, Table, Chain)).Should().BeNull();
        NftTable.ParseCounters(Listing(Table, Chain, CountRule)).Should().BeNull();
        NftTable.ParseCounters(Listing(Table, Chain, DropRule)).Should().BeNull();
    }

    [Fact]
    public void Rules_of_other_tables_do_not_count() =>
        NftTable.ParseCounters(Listing(CountRule.Replace("novacron_validation", "docker", StringComparison.Ordinal), DropRule)).Should().BeNull();

    [Fact]
    public void The_table_is_known_by_family_and_name()
    {
        NftTable.IsListed(Listing(Metainfo, Table)).Should().BeTrue();
        NftTable.IsListed(Listing(Metainfo)).Should().BeFalse();
        NftTable.IsListed(Listing(Table.Replace("inet", "ip", StringComparison.Ordinal))).Should().BeFalse();
        NftTable.IsListed(Listing(Table.Replace("validation", "other", StringComparison.Ordinal))).Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Error: No such file or directory")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"nftables": 1}""")]
    public void What_is_no_listing_is_an_error(string text)
    {
        FluentActions.Invoking(() => NftTable.ParseCounters(text)).Should().Throw<FormatException>();
        FluentActions.Invoking(() => NftTable.IsListed(text)).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("""{"rule": 1}""")]
    [InlineData("""{"rule": {"family": 1, "table": "novacron_validation"}}""")]
    [InlineData("""{"rule": {"family": "inet", "table": "novacron_validation", "expr": 1}}""")]
    [InlineData("""{"rule": {"family": "inet", "table": "novacron_validation", "expr": [1, {"counter": "named"}, {"counter": {"packets": 1.5}}]}}""")]
    public void Odd_entries_are_passed_over(string entry) =>
        NftTable.ParseCounters(Listing(entry, CountRule, DropRule)).Should().Be(new PacketCount(1000, 50));

    [Fact]
    public void Rules_are_added_in_one_transaction() =>
        NftTable.AddCommand(7000, 20).Should().Equal(
            "nft",
            "add table inet novacron_validation; add chain inet novacron_validation input { type filter hook input priority 0; policy accept; }; add rule inet novacron_validation input udp dport 7000 counter; add rule inet novacron_validation input udp dport 7000 numgen inc mod 20 0 counter drop");

    private static string Listing(params string[] entries) => $$"""{"nftables": [{{string.Join(", ", entries)}}]}""";
}
