using NovaCron.Validation.Assertions.Checks.Routes;

namespace NovaCron.Validation.Tests.Unit.Checks.Routes;

public sealed class ShadowedTests
{
    [Theory]
    [InlineData(
        "  - {matchers: [severity=warning], receiver: b}\n  - {matchers: [component=db], receiver: c}\n",
        "alertmanager.yml:5:42 Error route/shadowed c: no alert ever comes here, since earlier routes take all that match: the route {severity=\"warning\"} on line 4 takes DbSlow | put this route before them with continue: true, or set continue: true on them")]
    [InlineData(
        "  - {matchers: [severity=warning], receiver: c}\n  - {matchers: [component=db], receiver: c}\n",
        "alertmanager.yml:5:42 Warning route/shadowed c: no alert ever comes here, since earlier routes take all that match: the route {severity=\"warning\"} on line 4 takes DbSlow | put this route before them with continue: true, or set continue: true on them")]
    [InlineData(
        "  - {matchers: [severity=warning], receiver: b}\n  - matchers: [severity=~\"warning|critical\"]\n    routes:\n    - {matchers: [component=db], receiver: c}\n",
        "alertmanager.yml:7:44 Error route/shadowed c: no alert ever comes here, since earlier routes take all that match: the route {severity=\"warning\"} on line 4 takes DbSlow | put this route before them with continue: true, or set continue: true on them")]
    public void A_route_whose_alerts_earlier_ones_take_is_found(string routes, string finding) => Find(routes).Should().Equal(finding);

    [Theory]
    [InlineData("  - {matchers: [severity=warning], receiver: b, continue: true}\n  - {matchers: [component=db], receiver: c}\n")]
    [InlineData("  - {matchers: [severity=critical], receiver: b}\n  - {matchers: [component=db], receiver: c}\n")]
    [InlineData("  - {matchers: [severity=warning], receiver: b}\n  - {matchers: [component=none], receiver: c}\n")]
    [InlineData("  - {matchers: [instance=~\"a.*\"], receiver: b}\n  - {matchers: [component=db], receiver: c}\n")]
    [InlineData("  - {receiver: b}\n  - {matchers: [component=db], receiver: c}\n")]
    public void A_route_that_alerts_may_reach_or_that_nothing_reaches_is_not(string routes) => Find(routes).Should().BeEmpty();

    private static IReadOnlyList<string> Find(string routes) => CheckedText.Say(new Shadowed(), RouteTexts.Subject(routes));
}
