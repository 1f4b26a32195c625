using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class AlertmanagerFileTests
{
    [Fact]
    public void Reads_the_strategys_route_tree()
    {
        var root = Fixtures.Load("documented").Alertmanager.Route;

        root.Receiver.Should().Be("default");
        root.GroupBy.Should().Equal("alertname", "cluster", "service");
        (root.GroupWait, root.GroupInterval, root.RepeatInterval).Should().Be((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromHours(12)));
        root.Routes.Select(r => (r.Receiver, r.Continue, string.Join(',', r.Matchers))).Should().Equal(
            ("pagerduty-critical", true, "severity=\"critical\""),
            ("slack-incidents", false, "severity=\"critical\""),
            ("slack-alerts", false, "severity=\"warning\""),
            ("slack-monitoring", false, "severity=\"info\""),
            ("slack-dwcp", false, "component=\"dwcp\""));
        root.Routes.Should().OnlyContain(r => r.GroupWait == TimeSpan.FromSeconds(10) && r.GroupBy.Length == 3);
        root.Routes[4].Position.Should().Be(new SourcePosition("alertmanager.yml", 36, 5));
    }

    [Fact]
    public void Reads_the_strategys_receivers()
    {
        var receivers = Fixtures.Load("documented").Alertmanager.Receivers;

        receivers.SelectMany(r => r.Integrations.Select(i => (r.Name, i.Kind, i.Address, i.SendsResolved))).Should().Equal(
            ("default", "slack", "#monitoring", false),
            ("pagerduty-critical", "pagerduty", "YOUR_PAGERDUTY_KEY", true),
            ("slack-incidents", "slack", "#incidents", false),
            ("slack-alerts", "slack", "#alerts", false),
            ("slack-monitoring", "slack", "#monitoring", false),
            ("slack-dwcp", "slack", "#dwcp-protocol", false));
        receivers[2].Integrations[0].Settings["color"].Should().Be("danger");
    }

    [Fact]
    public void Reads_the_strategys_inhibition()
    {
        var rules = Fixtures.Load("documented").Alertmanager.InhibitRules;

        rules.Select(r => $"{r.Source[0]} {r.Target[0]} {string.Join(',', r.Equal)}").Should().Equal(
            "severity=\"critical\" severity=~\"warning|info\" alertname,cluster,service",
            "alertname=\"ServiceDown\" alertname=~\"HighMemoryUsage|HighCPUUsage|PodRestartingFrequently\" cluster,namespace");
    }

    [Fact]
    public void Children_inherit_and_override()
    {
        var root = Fixtures.Make(alertmanager: """
            route:
              receiver: a
              group_by: [x]
              routes:
              - routes: [{receiver: b, group_wait: 1s, group_by: []}]
                group_interval: 7s
            receivers: [{name: a}, {name: b, webhook_configs: [{url: 'http://w', send_resolved: no}]}]
            """).Alertmanager.Route;

        var child = root.Routes[0];
        (child.Receiver, child.GroupWait, child.GroupInterval, child.RepeatInterval).Should()
            .Be(("a", Route.DefaultGroupWait, TimeSpan.FromSeconds(7), Route.DefaultRepeatInterval));
        child.GroupBy.Should().Equal("x");
        var grandchild = child.Routes[0];
        (grandchild.Receiver, grandchild.GroupWait, grandchild.GroupInterval).Should().Be(("b", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(7)));
        grandchild.GroupBy.Should().Equal(["x"], "Alertmanager takes an empty list for a missing one");
    }

    [Theory]
    [InlineData("severity=\"critical\"", "severity=\"critical\"")]
    [InlineData("severity = critical", "severity=\"critical\"")]
    [InlineData("a!=b", "a!=\"b\"")]
    [InlineData("a=~\"b|c, d\"", "a=~\"b|c, d\"")]
    [InlineData("{a=\"b\", c!~\"d\"}", "a=\"b\" c!~\"d\"")]
    [InlineData("a=\"\"", "a=\"\"")]
    [InlineData("a=\"say \\\"x\\\"\"", "a=\"say \"x\"\"")]
    public void Reads_matchers(string entry, string matchers)
    {
        var alertmanager = Fixtures.Make(alertmanager: $"route:\n  receiver: r\n  routes:\n  - matchers: ['{entry}']\nreceivers: [name: r]\n").Alertmanager;
        string.Join(' ', alertmanager.Route.Routes[0].Matchers).Should().Be(matchers);
    }

    [Theory]
    [InlineData("receivers: []\n", "alertmanager.yml:1:1: there is no 'route'*")]
    [InlineData("route: {}\n", "alertmanager.yml:1:8: the root route has no 'receiver'; add one")]
    [InlineData("route: {receiver: x}\n", "alertmanager.yml:1:19: the route names the receiver 'x', which 'receivers' does not define; define it or name another")]
    [InlineData("route: {receiver: x}\nreceivers: [name: x, name: x]\n", "alertmanager.yml:2:22: the receiver 'x' is already defined on line 2; rename or remove one")]
    [InlineData("route: {receiver: x, continue: maybe}\nreceivers: [name: x]\n", "alertmanager.yml:1:32: 'continue' is 'maybe', which is neither true nor false")]
    [InlineData("route: {receiver: x, routes: [{matchers: [nonsense]}]}\nreceivers: [name: x]\n", "alertmanager.yml:1:43: 'nonsense' is no matcher; *")]
    public void Says_where_it_is_wrong(string text, string message) =>
        FluentActions.Invoking(() => Fixtures.Make(alertmanager: text)).Should().Throw<ConfigurationException>().WithMessage(message);
}
