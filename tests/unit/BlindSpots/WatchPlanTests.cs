using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Scenarios.BlindSpots;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.BlindSpots;

public sealed class WatchPlanTests
{
    [Fact]
    public void An_incident_is_watched_for_as_long_as_the_slowest_alert_of_the_configuration_takes()
    {
        var plan = WatchPlan.Of(Fixtures.Load("documented"));

        plan.Watch.Should().Be(TimeSpan.FromMinutes(15 + 5 + 3));
        plan.MaximumFault(new TimeScale(25)).Should().BeGreaterThan((plan.Watch + plan.Recovery) / 25);
    }

    [Fact]
    public void A_longer_rule_is_watched_longer() =>
        WatchPlan.Of(Fixtures.Make(rules: "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: rate(a[1h] offset 2h) > 0\n    for: 30m\n")).Watch
            .Should().Be(TimeSpan.FromMinutes(120 + 30 + 3));
}
