using NovaCron.Validation.Assertions.Checks.Routes;

namespace NovaCron.Validation.Tests.Unit.Checks.Routes;

public sealed class RouteCheckTests
{
    [Theory]
    [InlineData(
        "  - {receiver: b}\n  - {matchers: [x=y], receiver: c}\n",
        "alertmanager.yml:5:33 Error route/unreachable c: no labels lead here: the route without matchers on line 4 takes all that could, and does not continue | put this route first, or set continue: true on what stands before it")]
    [InlineData(
        "  - {matchers: [x=y], receiver: b}\n  - {matchers: [x!=y], receiver: b}\n  - {receiver: c}\n",
        "alertmanager.yml:6:16 Error route/unreachable c: no labels lead here: the route {x=\"y\"} on line 4 and the route {x!=\"y\"} on line 5 together take all that could, and do not continue | put this route first, or set continue: true on what stands before it")]
    [InlineData(
        "  - {matchers: [x=y, x=z], receiver: b}\n",
        "alertmanager.yml:4:38 Error route/unreachable b: no labels lead here: x=\"y\" and x=\"z\" exclude each other | mend the matchers, here or of the routes above")]
    public void A_route_that_nothing_can_reach_is_found(string routes, string finding) => CheckedText.Say(new Unreachable(), RouteTexts.Subject(routes)).Should().Equal(finding);

    [Theory]
    [InlineData("")]
    [InlineData("  - {receiver: b, continue: true}\n  - {matchers: [x=y], receiver: c}\n")]
    [InlineData("  - {matchers: [x=y], receiver: b}\n  - {receiver: c}\n")]
    public void A_route_that_some_labels_reach_is_not(string routes) => CheckedText.Say(new Unreachable(), RouteTexts.Subject(routes)).Should().BeEmpty();

    [Fact]
    public void A_route_that_no_alert_matches_is_found() =>
        CheckedText.Say(new Unmatched(), RouteTexts.Subject("  - {matchers: [severity=info], receiver: b}\n  - {matchers: [severity=critical, component=db], receiver: c}\n")).Should().Equal(
            "alertmanager.yml:4:43 Info route/unmatched b: no alert of this configuration matches severity=\"info\" | check the matchers, unless alerts from elsewhere come here",
            "alertmanager.yml:5:61 Info route/unmatched c: no alert of this configuration matches severity=\"critical\" and component=\"db\" | check the matchers, unless alerts from elsewhere come here");

    [Theory]
    [InlineData("  - {matchers: [severity=critical], receiver: b}\n  - {matchers: [severity=critical], receiver: c}\n")]
    [InlineData("  - {matchers: [instance=x], receiver: b}\n  - {matchers: [component=~\"d.*\"], receiver: c}\n")]
    public void A_route_that_an_alert_may_match_is_not(string routes) => CheckedText.Say(new Unmatched(), RouteTexts.Subject(routes)).Should().BeEmpty();

    [Fact]
    public void Without_alerts_nothing_is_said_of_matching() => CheckedText.OfAlertmanager(new Unmatched(), "route: {receiver: a, routes: [{matchers: [x=y]}]}\nreceivers: [{name: a}]\n").Should().BeEmpty();

    [Fact]
    public void An_alert_that_no_route_takes_is_found() =>
        CheckedText.Say(new DefaultOnly(), RouteTexts.Subject("  - {matchers: [severity=critical], receiver: b}\n")).Should().Equal(
            "rules/r.yml:4:12 Warning route/default-only DbSlow: it goes to the root's receiver, a, since no route's matchers take it: it has severity=\"warning\" | give it the labels that routes ask for, or add a route for it");

    [Fact]
    public void Where_most_alerts_end_at_the_root_it_is_only_worth_knowing() =>
        CheckedText.Say(new DefaultOnly(), RouteTexts.Subject("  - {matchers: [severity=warning], receiver: b}\n")).Should().Equal(
            "alertmanager.yml:2:13 Info route/default-only a: it gets what no route's matchers take, which is most: ApiDown, Total");

    [Fact]
    public void A_root_alone_is_worth_knowing() =>
        CheckedText.Say(new DefaultOnly(), RouteTexts.Subject("")).Should().Equal("alertmanager.yml:2:13 Info route/default-only a: there is no other route, so that every alert goes to a");

    [Theory]
    [InlineData("  - {matchers: [severity=~\"critical|warning\"], receiver: b}\n")]
    [InlineData("  - {matchers: [severity=critical], receiver: b}\n  - {matchers: [instance=~\"x.*\"], receiver: c}\n")]
    public void An_alert_that_a_route_may_take_is_not(string routes) => CheckedText.Say(new DefaultOnly(), RouteTexts.Subject(routes)).Should().BeEmpty();

    [Fact]
    public void A_group_label_that_no_alert_has_is_found() =>
        CheckedText.Say(new GroupLabel(), RouteTexts.Subject("  - {matchers: [alertname=Total], receiver: b, group_by: [alertname, pod]}\n")).Should().Equal(
            "alertmanager.yml:4:70 Info route/group-label b: no alert of this configuration that comes here has the label pod, so that it parts no groups | group by a label that alerts have, or leave it out");

    [Theory]
    [InlineData("  - {matchers: [alertname=Total], receiver: b, group_by: [cluster, severity, '...']}\n")]
    [InlineData("  - {matchers: [alertname=DbSlow], receiver: b, group_by: [pod]}\n")]
    [InlineData("  - {matchers: [alertname=Nothing], receiver: b, group_by: [pod]}\n")]
    public void A_group_label_that_an_alert_may_have_is_not(string routes) =>
        CheckedText.Say(new GroupLabel(), RouteTexts.Subject(routes, prometheus: "global: {external_labels: {cluster: x}}\n")).Should().BeEmpty();

    [Fact]
    public void A_time_interval_that_is_not_defined_is_found() =>
        CheckedText.OfAlertmanager(new UndefinedTimeInterval(), "route:\n  receiver: a\n  routes:\n  - {mute_time_intervals: [nights], active_time_intervals: [days]}\nreceivers: [{name: a}]\ntime_intervals:\n- name: nights\n  time_intervals: []\n").Should().Equal(
            "alertmanager.yml:4:61 Error route/undefined-time-interval a: expected a time interval named days, found nights: Alertmanager refuses the file | define it under time_intervals, or name one that is");

    [Fact]
    public void One_that_is_defined_is_not() =>
        CheckedText.OfAlertmanager(new UndefinedTimeInterval(), "route:\n  receiver: a\n  routes:\n  - {mute_time_intervals: [nights]}\nreceivers: [{name: a}]\nmute_time_intervals: [{name: nights, time_intervals: []}]\n").Should().BeEmpty();

    [Theory]
    [InlineData(", repeat_interval: 1m", "alertmanager.yml:1:39")]
    [InlineData(", group_interval: 6h", "alertmanager.yml:1:38")]
    public void A_repeat_that_is_shorter_than_the_look_is_found(string times, string place) =>
        CheckedText.OfAlertmanager(new RepeatBelowInterval(), $"route: {{receiver: a{times}}}\nreceivers: [{{name: a}}]\n").Should().ContainSingle().Which.Should().StartWith($"{place} Warning route/repeat-below-interval a: repeat_interval is ");

    [Theory]
    [InlineData("")]
    [InlineData(", repeat_interval: 5m")]
    [InlineData(", repeat_interval: 12h, group_interval: 10s")]
    public void A_longer_one_is_not(string times) => CheckedText.OfAlertmanager(new RepeatBelowInterval(), $"route: {{receiver: a{times}}}\nreceivers: [{{name: a}}]\n").Should().BeEmpty();
}
