using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Routing;

public sealed class RouteReachabilityTests
{
    [Theory]
    [InlineData("{a: x}", "{a: x}", "routes[0]")]
    [InlineData("{}", "{a: x}", "routes[0]")]
    [InlineData("[a=~'x|y']", "{a: x}", "routes[0]")]
    [InlineData("[a!=x]", "{a: y, b: z}", "routes[0]")]
    [InlineData("[a=~'.*']", "{a: y}", "routes[0]")]
    [InlineData("[a=~'.+']", "{a: y}", "routes[0]")]
    [InlineData("[a=~'.+']", "[a=~'b.*']", "routes[0]")]
    [InlineData("[a!~'b.*']", "[a!~'b.*',c=d]", "routes[0]")]
    [InlineData("[a=~'K.*']", "[a=~'K.*',c=~'d.*']", "routes[0]")]
    [InlineData("[b!=z]", "{a: x}", null)]
    [InlineData("{a: x, b: y}", "{a: x}", null)]
    [InlineData("[a=~'.+']", "{b: y}", null)]
    public void An_earlier_sibling_that_takes_all_hides_a_route(string first, string second, string? shadow)
    {
        var reach = Reach($"- {Matchers(first)}\n- {Matchers(second)}\n")[2];

        reach.Enters.Should().Be(shadow is null ? Assertions.Routing.Reach.Reachable : Assertions.Routing.Reach.Unreachable);
        reach.ShadowedBy.Select(s => s.Position.Line).Should().Equal(shadow is null ? [] : [5]);
        reach.Contradiction.Should().BeEmpty();
    }

    [Fact]
    public void One_that_continues_hides_nothing() => Reach("- {match: {a: x}, continue: true}\n- match: {a: x}\n")[2].Enters.Should().Be(Assertions.Routing.Reach.Reachable);

    [Fact]
    public void Several_siblings_hide_a_route_together()
    {
        var reach = Reach("- match: {b: q}\n- match: {a: x}\n- matchers: [a!=x]\n- match: {c: z}\n")[4];

        (reach.Enters, string.Join(',', reach.ShadowedBy.Select(s => s.Position.Line))).Should().Be((Assertions.Routing.Reach.Unreachable, "6,7"));
    }

    [Fact]
    public void A_parents_sibling_hides_a_route_too() =>
        Reach("- match: {a: x}\n- match: {b: y}\n  routes:\n  - match: {a: x}\n")[3].ShadowedBy.Single().Position.Line.Should().Be(5);

    [Theory]
    [InlineData("[a=x,a=y]", "a=\"x\" a=\"y\"")]
    [InlineData("[b=z,a=x,a!~'x|y']", "a=\"x\" a!~\"x|y\"")]
    [InlineData("[a=~'x|y',a=~'z|v']", "a=~\"x|y\" a=~\"z|v\"")]
    [InlineData("[a!~'.*']", "a!~\".*\"")]
    [InlineData("[a!~'.+',a!='']", "a!~\".+\" a!=\"\"")]
    public void Matchers_may_exclude_each_other(string matchers, string contradiction)
    {
        var reach = Reach($"- {Matchers(matchers)}\n")[1];

        (reach.Enters, string.Join(' ', reach.Contradiction)).Should().Be((Assertions.Routing.Reach.Unreachable, contradiction));
        reach.ShadowedBy.Should().BeEmpty();
    }

    [Theory]
    [InlineData("[a=~'b.*']", "[a=~'bc+d?.*']")]
    [InlineData("[a=~'b[a-z]*']", "[a=~'bc*d']")]
    public void What_expressions_hide_cannot_always_be_told(string first, string second) =>
        Reach($"- {Matchers(first)}\n- {Matchers(second)}\n")[2].Should().Match<RouteReach>(r => r.Enters == Assertions.Routing.Reach.Undecided && r.ShadowedBy.IsEmpty);

    [Fact]
    public void A_route_whose_children_take_all_tells_nobody_itself()
    {
        var reach = Reach("- match: {a: x}\n  routes:\n  - match: {b: y}\n  - matchers: [b!=y]\n")[1];

        (reach.Enters, reach.Ends).Should().Be((Assertions.Routing.Reach.Reachable, Assertions.Routing.Reach.Unreachable));
    }

    [Fact]
    public void Gives_an_example() => Labels.Show(Reach("- matchers: [a!=x, b=~'Kube.+']\n- match: {c: z}\n")[2].Example!).Should().Be("a=x c=z");

    [Fact]
    public void The_strategys_receiver_for_DWCP_is_reached_by_no_documented_severity()
    {
        var file = Fixtures.Load("documented").Alertmanager;

        RouteReachability.UnreachedReceivers(file).Should().BeEmpty("an alert without a severity would come to slack-dwcp");
        new RouteTree(file).ReachableFor(Fixtures.Load("documented").Alerts.Select(a => a.Labels)).Select(r => r.Receiver).Should().NotContain("slack-dwcp");
    }

    [Fact]
    public void Receivers_that_no_alert_reaches_are_listed() =>
        string.Join(' ', RouteReachability.UnreachedReceivers(Fixtures.Make(alertmanager:
            "route: {receiver: a, routes: [{receiver: b, match: {x: y}}, {receiver: c, match: {x: y}}, {receiver: d, match: {x: z}}]}\nreceivers: [name: a, name: b, name: c, name: d, name: e]\n").Alertmanager)
            .Select(r => r.Name)).Should().Be("c e");

    // All labels in the trees, with every value that a matcher names, one that none names, and none.
    private static readonly ImmutableArray<ImmutableSortedDictionary<string, string>> AllLabels =
    [
        .. from a in (string[])["", "x", "y", "xy", "w"]
           from b in (string[])["", "x", "y", "xy", "w"]
           from c in (string[])["", "x", "y", "xy", "w"]
           select ImmutableSortedDictionary<string, string>.Empty.Add("a", a).Add("b", b).Add("c", c),
    ];

    private static readonly Gen<string> Matcher =
        from name in Gen.Elements("a", "b", "c")
        from comparison in Gen.Elements("=", "!=", "=~", "!~")
        from value in comparison.EndsWith('~') ? Gen.Elements("x|y", "xy?", ".*", ".+", "(x|)", "y") : Gen.Elements("x", "y", "xy", "")
        select $"'{name}{comparison}\"{value}\"'";

    private static readonly Gen<string> Trees =
        from rows in (from depth in Gen.Choose(0, 2)
                      from matchers in Matcher.ListOf(2)
                      from count in Gen.Choose(0, 2)
                      from isOpen in Gen.Elements(true, false, false)
                      select (depth, Text: $"matchers: [{string.Join(", ", matchers.Take(count))}]\n", isOpen)).ListOf(7)
        select Write([.. rows]);

    [Fact]
    public void The_proof_agrees_with_trying_every_label_set() =>
        Prop.ForAll(Arb.From(Trees), text =>
        {
            var tree = new RouteTree(Read(text));
            var tried = AllLabels.SelectMany(l => tree.Match(l)).Select(r => r.Route).ToHashSet<Route>(ReferenceEqualityComparer.Instance);
            return RouteReachability.Of(tree).All(r =>
                r.Ends == (tried.Contains(r.Route) ? Assertions.Routing.Reach.Reachable : Assertions.Routing.Reach.Unreachable)
                && r.Enters == (r.Route.WithDescendants().Any(tried.Contains) ? Assertions.Routing.Reach.Reachable : Assertions.Routing.Reach.Unreachable)
                && (r.Ends != Assertions.Routing.Reach.Reachable || tree.Match(r.Example!).Any(f => ReferenceEquals(f.Route, r.Route))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_thousand_routes_take_seconds()
    {
        var routes = string.Concat(Enumerable.Range(0, 1000).Select(i => $"- matchers: [alertname=\"A{i}\", team=~\"t{i % 7}|u\"]\n  continue: {(i % 3 == 0 ? "true" : "false")}\n"));
        var started = TimeProvider.System.GetTimestamp();

        Reach(routes).Should().OnlyContain(r => r.Enters == Assertions.Routing.Reach.Reachable);

        TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    private static string Write(IReadOnlyList<(int Depth, string Text, bool IsOpen)> rows)
    {
        var text = new StringBuilder("route:\n  receiver: r\n  routes:\n");
        var depth = -1;
        foreach (var (wanted, matchers, isOpen) in rows)
        {
            var next = Math.Min(wanted, depth + 1);
            var indent = new string(' ', 2 + (4 * next));
            text.Append(next > depth && next > 0 ? $"{indent[..^2]}routes:\n" : "").Append($"{indent}- {matchers}{indent}  continue: {(isOpen ? "true" : "false")}\n");
            depth = next;
        }

        return text.Append("receivers: [name: r]\n").ToString();
    }

    private static AlertmanagerFile Read(string text) => AlertmanagerReader.Read(ConfigurationFile.Of("alertmanager.yml", Encoding.UTF8.GetBytes(text)));

    private static string Matchers(string text) => text.StartsWith('{') ? $"match: {text}" : $"matchers: [{string.Join(", ", text[1..^1].Split(',').Select(m => $"'{m.Replace("'", "\"", StringComparison.Ordinal)}'"))}]";

    private static ImmutableArray<RouteReach> Reach(string routes) =>
        RouteReachability.Of(new RouteTree(Read($"receivers: [name: r]\nroute:\n  receiver: r\n  routes:\n{routes.Replace("\n", "\n  ", StringComparison.Ordinal).Insert(0, "  ").TrimEnd()}\n")));
}
