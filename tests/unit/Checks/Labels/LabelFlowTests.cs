using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Tests.Unit.Checks.Labels;

public sealed class LabelFlowTests
{
    private static readonly LabelFact Always = new(Presence.Always);

    [Theory]
    [InlineData("""up{job="api"}""", "job", Presence.Always, "api")]
    [InlineData("""up{job="api"}""", "pod", Presence.Maybe, null)]
    [InlineData("""up{job=""}""", "job", Presence.Never, null)]
    [InlineData("""up{job!=""}""", "job", Presence.Always, null)]
    [InlineData("""up{job=~"a|b"}""", "job", Presence.Always, null)]
    [InlineData("""up{job=~"a|"}""", "job", Presence.Maybe, null)]
    [InlineData("""up{job!="a"}""", "job", Presence.Maybe, null)]
    [InlineData("""rate(x{job="api"}[5m]) > 1""", "job", Presence.Always, "api")]
    [InlineData("""sum(x{job="api"})""", "job", Presence.Never, null)]
    [InlineData("""sum by (job) (x{job="api"})""", "job", Presence.Always, "api")]
    [InlineData("""sum by (job) (x{job="api"})""", "pod", Presence.Never, null)]
    [InlineData("""sum by (pod) (x{job="api"})""", "pod", Presence.Maybe, null)]
    [InlineData("""sum without (pod) (x{job="api"})""", "job", Presence.Always, "api")]
    [InlineData("""sum without (pod) (x{job="api"})""", "pod", Presence.Never, null)]
    [InlineData("""topk(3, x{job="api"})""", "job", Presence.Always, "api")]
    [InlineData("""count_values("version", x)""", "version", Presence.Always, null)]
    [InlineData("""absent(up{job="api",pod=~"a.*"})""", "job", Presence.Always, "api")]
    [InlineData("""absent(up{job="api",pod=~"a.*"})""", "pod", Presence.Never, null)]
    [InlineData("""absent(sum(up{job="api"}))""", "job", Presence.Never, null)]
    [InlineData("""absent(up{job="a",job="b"})""", "job", Presence.Never, null)]
    [InlineData("""histogram_quantile(0.9, sum by (le, pod) (rate(x_bucket[5m])))""", "le", Presence.Never, null)]
    [InlineData("""label_replace(sum(x), "team", "$1", "job", "(.*)")""", "team", Presence.Maybe, null)]
    [InlineData("""vector(1)""", "job", Presence.Never, null)]
    [InlineData("""sum by (pod) (x) / sum by (pod) (y) * 100000""", "namespace", Presence.Never, null)]
    [InlineData("""x{a="1"} / on (pod) y""", "a", Presence.Never, null)]
    [InlineData("""x{a="1"} / ignoring (a) y""", "a", Presence.Never, null)]
    [InlineData("""x{a="1"} / on (pod) group_left (team) y{team="t"}""", "a", Presence.Always, "1")]
    [InlineData("""x{a="1"} / on (pod) group_left (team) y{team="t"}""", "team", Presence.Always, "t")]
    [InlineData("""y{team="t"} / on (pod) group_right (team) x{a="1"}""", "a", Presence.Always, "1")]
    [InlineData("""x{a="1"} and on (pod) y""", "a", Presence.Always, "1")]
    [InlineData("""x{a="1"} or y{a="2"}""", "a", Presence.Always, null)]
    [InlineData("""x{a="1"} or y""", "a", Presence.Maybe, null)]
    [InlineData("""x{a="1"} unless y{a="2"}""", "a", Presence.Always, "1")]
    [InlineData("""1 < x{a="1"}""", "a", Presence.Always, "1")]
    [InlineData("""max_over_time(sum by (pod) (x{pod="p"})[5m:1m])""", "pod", Presence.Always, "p")]
    internal void A_label_is_followed_through_an_expression(string expression, string label, Presence presence, string? value) =>
        LabelFlow.Of(PromQlParser.Parse(expression))[label].Should().Be(new LabelFact(presence, value));

    [Fact]
    public void A_long_chain_of_operators_is_followed_without_end_of_the_stack()
    {
        var chain = string.Join(" + ", Enumerable.Repeat("x{a=\"1\"}", 20_000));

        LabelFlow.Of(PromQlParser.Parse(chain))["a"].Should().Be(new LabelFact(Presence.Always, "1"));
    }

    [Fact]
    public void What_holds_in_both_of_two_cases_is_what_is_left()
    {
        var one = LabelFlow.None.With("a", Always).With("b", new LabelFact(Presence.Always, "1"));
        var other = LabelFlow.Any.With("b", new LabelFact(Presence.Always, "2"));

        one.Or(other)["a"].Should().Be(LabelFact.Maybe);
        one.Or(other)["b"].Should().Be(Always);
        one.Or(other)["c"].Should().Be(LabelFact.Maybe);
    }
}
