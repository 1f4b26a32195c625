using System.Globalization;
using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Routing;

public sealed class MuteTimesTests
{
    [Theory]
    [InlineData("times: [{start_time: '09:00', end_time: '17:00'}]", "2026-03-02T09:00Z", true)]
    [InlineData("times: [{start_time: '09:00', end_time: '17:00'}]", "2026-03-02T16:59Z", true)]
    [InlineData("times: [{start_time: '09:00', end_time: '17:00'}]", "2026-03-02T17:00Z", false)]
    [InlineData("times: [{start_time: '09:00', end_time: '24:00'}]", "2026-03-02T23:59Z", true)]
    [InlineData("weekdays: ['saturday', 'sunday']", "2026-03-01T12:00Z", true)]
    [InlineData("weekdays: ['saturday', 'sunday']", "2026-03-02T12:00Z", false)]
    [InlineData("days_of_month: ['-1']", "2028-02-29T12:00Z", true)]
    [InlineData("days_of_month: ['-1']", "2028-02-28T12:00Z", false)]
    [InlineData("days_of_month: ['31']", "2026-04-30T12:00Z", false)]
    [InlineData("days_of_month: ['30:31']", "2026-04-30T12:00Z", true)]
    [InlineData("days_of_month: ['-1'], location: Europe/Berlin", "2026-03-31T12:00Z", true)]
    [InlineData("months: ['january:march']", "2026-03-31T23:59Z", true)]
    [InlineData("months: ['january:march']", "2026-04-01T00:00Z", false)]
    [InlineData("years: ['2025:2026']", "2026-12-31T23:59Z", true)]
    [InlineData("years: ['2025']", "2026-01-01T00:00Z", false)]
    [InlineData("years: ['2025'], location: America/New_York", "2026-01-01T04:59Z", true)]
    [InlineData("times: [{start_time: '09:00', end_time: '10:00'}], location: Europe/Berlin", "2026-07-01T07:30Z", true)]
    [InlineData("times: [{start_time: '09:00', end_time: '10:00'}], location: Europe/Berlin", "2026-01-01T07:30Z", false)]
    [InlineData("weekdays: []", "2026-03-01T12:00Z", false)]
    [InlineData("", "2026-03-01T12:00Z", true)]
    public void Knows_what_moments_are_in_an_interval(string period, string at, bool isIn)
    {
        var file = Fixtures.Make(alertmanager: $"route: {{receiver: r}}\nreceivers: [{{name: r}}]\ntime_intervals: [{{name: a, time_intervals: [{{{period}}}]}}]\n").Alertmanager;

        MuteTimes.Contains(file.TimeIntervals[0], DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)).Should().Be(isIn);
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("always", "", "always")]
    [InlineData("never", "", null)]
    [InlineData("never, always", "", "always")]
    [InlineData("undefined", "", null)]
    [InlineData("", "always", null)]
    [InlineData("", "never", "never")]
    [InlineData("", "never, always", null)]
    [InlineData("", "undefined", "undefined")]
    [InlineData("always", "always", "always")]
    public void A_route_is_muted_in_some_intervals_and_outside_others(string mute, string active, string? by)
    {
        var file = Fixtures.Make(alertmanager: $$"""
            route: {receiver: r, routes: [{mute_time_intervals: [{{mute}}], active_time_intervals: [{{active}}], routes: [{receiver: r}]}]}
            receivers: [{name: r}]
            mute_time_intervals: [{name: always, time_intervals: [{}]}]
            time_intervals: [{name: never, time_intervals: [{years: ['1999']}]}]
            """).Alertmanager;
        var times = new MuteTimes(file);
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        times.MutedBy(file.Route.Routes[0], at).Should().Be(by);
        times.MutedBy(file.Route.Routes[0].Routes[0], at).Should().BeNull("intervals are not inherited");
    }
}
