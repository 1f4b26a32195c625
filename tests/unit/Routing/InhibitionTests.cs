using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Routing;

public sealed class InhibitionTests
{
    private const string Rules = """
        route: {receiver: r}
        receivers: [{name: r}]
        inhibit_rules:
        - {source_match: {severity: critical}, target_match_re: {severity: 'warning|info'}, equal: [alertname, cluster]}
        - {source_matchers: [team="db"], target_matchers: [zone="a"]}
        """;

    [Theory]
    [InlineData("alertname=A severity=warning cluster=x", "alertname=A severity=critical cluster=x", true)]
    [InlineData("alertname=A severity=warning cluster=x", "alertname=A severity=critical cluster=y", false)]
    [InlineData("alertname=A severity=warning", "alertname=A severity=critical", true)]
    [InlineData("alertname=A severity=warning", "alertname=A severity=critical cluster=y", false)]
    [InlineData("alertname=A severity=critical", "alertname=A severity=critical", false)]
    [InlineData("zone=a", "team=db", true)]
    [InlineData("zone=a team=db", "team=db", true)]
    [InlineData("zone=a team=db", "team=db zone=a", false)]
    [InlineData("zone=a", "team=db zone=a", true)]
    public void Inhibits_as_Alertmanager_does(string target, string firing, bool isInhibited) =>
        (!Make().Inhibiting(Labels.Of(target), [Labels.Of(firing)]).IsEmpty).Should().Be(isInhibited);

    [Fact]
    public void Names_the_rule_and_the_alert()
    {
        var by = Make().Inhibiting(Labels.Of("alertname=A severity=info"), [Labels.Of("alertname=A severity=critical"), Labels.Of("alertname=B severity=critical")]).Should().ContainSingle().Subject;

        (by.Rule.Position.Line, Labels.Show(by.Source)).Should().Be((4, "alertname=A severity=critical"));
    }

    [Fact]
    public void Tells_by_which_rules_an_alert_may_inhibit_and_be_inhibited()
    {
        Make().SourcesFor(Labels.Of("severity=critical team=db")).Should().HaveCount(2);
        Make().TargetsFor(Labels.Of("severity=critical team=db")).Should().BeEmpty();
        Make().TargetsFor(Labels.Of("severity=info zone=a")).Should().HaveCount(2);
    }

    private static Inhibition Make() => new(Fixtures.Make(alertmanager: Rules).Alertmanager.InhibitRules);
}
