using NovaCron.Validation.Assertions.Checks.Rules;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Checks.Rules;

public sealed class NoRunbookTests
{
    private const string With = "  - {alert: W, expr: up == 0, annotations: {runbook_url: 'https://x'}}\n";

    private static string Rules(string rest, int with = 2) => "groups:\n- name: g\n  rules:\n" + string.Concat(Enumerable.Repeat(With, with)) + rest;

    [Fact]
    public void A_grave_alert_without_one_is_found() =>
        CheckedText.OfRules(new NoRunbook(), Rules("  - {alert: A, expr: up == 0, labels: {severity: critical}}\n")).Should().Equal(
            "rules/r.yml:6:13 Warning rule/no-runbook A: it has no runbook, and 2 of the file's 3 alerts have one: whoever is told must find out alone what to do | add the annotation runbook_url");

    [Theory]
    [InlineData("  - {alert: A, expr: up == 0, labels: {severity: info}}\n", 2)]
    [InlineData("  - {alert: A, expr: up == 0, labels: {severity: critical}, annotations: {runbook: x}}\n", 2)]
    // Most have none.
    [InlineData("  - {alert: A, expr: up == 0, labels: {severity: critical}}\n", 1)]
    public void Others_are_not(string rest, int with) => CheckedText.OfRules(new NoRunbook(), Rules(rest, with)).Should().BeEmpty();

    [Fact]
    public void Where_the_strategy_has_none_either_it_is_worth_knowing()
    {
        var promise = SampleContracts.ServiceDown with { Annotations = ["summary", "description"] };
        CheckedText.Say(new NoRunbook(), CheckedText.Subject([promise], ("rules/r.yml", Rules("  - {alert: ServiceDown, expr: up == 0, labels: {severity: critical}}\n")))).Should().Equal(
            "rules/r.yml:6:13 Info rule/no-runbook ServiceDown: it has no runbook, in the strategy neither: whoever is told must find out alone what to do | add the annotation runbook_url");
    }
}
