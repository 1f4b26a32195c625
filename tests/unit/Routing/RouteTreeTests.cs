using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Routing;

public sealed class RouteTreeTests
{
    private const string Tree = """
        route:
          receiver: root
          group_by: [alertname]
          routes:
          - match: {severity: critical}
            receiver: pager
            continue: true
          - match: {severity: critical}
            receiver: incidents
            group_by: ['...']
            routes:
            - matchers: [team=~"db|cache"]
              receiver: storage
              group_by: [team, zone]
          - match: {team: ""}
            receiver: nobody
        receivers: [{name: root}, {name: pager}, {name: incidents}, {name: storage}, {name: nobody}]
        """;

    [Theory]
    [InlineData("alertname=A severity=critical team=api", "pager incidents")]
    [InlineData("alertname=A severity=critical team=db", "pager storage")]
    [InlineData("alertname=A severity=warning team=db", "root")]
    [InlineData("alertname=A severity=warning", "nobody")]
    [InlineData("alertname=A severity=critical", "pager incidents")]
    public void Finds_the_routes_as_Alertmanager_does(string labels, string receivers) =>
        string.Join(' ', Make(Tree).Match(Labels.Of(labels)).Select(r => r.Receiver)).Should().Be(receivers);

    [Fact]
    public void Groups_by_the_labels_that_the_alert_has()
    {
        var found = Make(Tree).Match(Labels.Of("alertname=A severity=critical team=db"));
        Labels.Show(found[0].GroupLabels).Should().Be("alertname=A");
        Labels.Show(found[1].GroupLabels).Should().Be("team=db");
        Labels.Show(Make(Tree).Match(Labels.Of("alertname=A severity=critical team=api"))[1].GroupLabels).Should().Be("alertname=A severity=critical team=api");
    }

    [Fact]
    public void Shows_the_way() =>
        Make(Tree).Match(Labels.Of("severity=critical team=db"))[1].Path.Should().Be("route > routes[1] {severity=\"critical\"} > routes[0] {team=~\"db|cache\"}");

    [Fact]
    public void Tells_what_some_alerts_reach() =>
        Make(Tree).ReachableFor([Labels.Of("severity=critical team=db"), Labels.Of("team=x")]).Select(r => r.Receiver).Should().Equal("root", "pager", "storage");

    [Theory]
    [InlineData("HighErrorRate", "critical", "api", "pagerduty-critical slack-incidents")]
    [InlineData("DWCPPacketLoss", "warning", "dwcp", "slack-alerts")]
    [InlineData("X", "none", "dwcp", "slack-dwcp")]
    public void Routes_the_strategys_alerts(string alert, string severity, string component, string receivers) =>
        string.Join(' ', new RouteTree(Fixtures.Load("documented").Alertmanager).Match(Labels.Of($"alertname={alert} severity={severity} component={component}")).Select(r => r.Receiver))
            .Should().Be(receivers);

    [Fact]
    public void A_route_of_another_tree_has_no_way_here() =>
        Make(Tree).Invoking(t => t.PathOf(Fixtures.Load("documented").Alertmanager.Route)).Should().Throw<ArgumentException>().WithMessage("the route at alertmanager.yml:* is not of this tree*");

    private static RouteTree Make(string alertmanager) => new(Fixtures.Make(alertmanager: alertmanager).Alertmanager);
}
