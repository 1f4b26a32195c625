using NovaCron.Validation.Assertions.BlindSpots;

namespace NovaCron.Validation.Tests.Unit.BlindSpots;

public sealed class SpotConsequencesTests
{
    [Fact]
    public void Pending_time_that_was_lost_is_told_with_its_length() =>
        Of(Incidents.Silent().With("CacheDown", "pending", 900, 960).With("CacheDown", "pending", 1080, 1110).With("CacheDown", "firing", 1140, 2700))
            .Should().Equal("CacheDown had been pending for 60 s, lost that, and began anew 120 s later");

    [Theory]
    [InlineData(1020, "CacheDown was pending for 120 s, where 60 s are documented: what it had waited was lost")]
    [InlineData(960, null)]
    public void Pending_time_that_is_longer_than_for_was_lost_in_an_outage_too_short_for_a_gap(int until, string? consequence) =>
        Of(Incidents.Silent().With("CacheDown", "pending", 900, until).With("CacheDown", "firing", until + 30, 2700) with { Blackouts = [new Blackout("prometheus", Incidents.At(950), Incidents.At(960))] })
            .Should().Equal(consequence is null ? [] : [consequence]);

    [Fact]
    public void Pending_time_that_led_to_firing_is_none() =>
        Of(Incidents.Silent().With("CacheDown", "pending", 900, 960).With("CacheDown", "firing", 990, 2700)).Should().BeEmpty();

    [Fact]
    public void An_alert_that_fires_again_while_its_cause_lasts_is_told_with_the_gap() =>
        Of(Incidents.Silent().With("CacheDown", "firing", 990, 1200).With("CacheDown", "firing", 1500, 2700))
            .Should().Equal("CacheDown stopped firing while its cause lasted, and fired again 300 s later");

    [Fact]
    public void Messages_that_repeat_are_counted_channel_by_channel() =>
        Of(Incidents.Silent().With(Incidents.Page("CacheDown", 1000), Incidents.Page("CacheDown", 1500), Incidents.Slack("CacheDown", 1500)))
            .Should().Equal("CacheDown was told 2 times in pagerduty KEY");

    [Fact]
    public void Who_was_told_and_never_hears_of_the_end_is_named_with_the_reason() =>
        Of(Incidents.Silent().With("CacheDown", "firing", 990, 2700).With(Incidents.Page("CacheDown", 1000), Incidents.Slack("CacheDown", 1000))).Should().Equal(
            "pagerduty-critical (pagerduty KEY) was never told that CacheDown ended: the resolution was lost",
            "slack-alerts (slack #alerts) was never told that CacheDown ended: it sends no resolutions");

    [Fact]
    public void Who_hears_of_the_end_is_not() =>
        Of(Incidents.Silent().With("CacheDown", "firing", 990, 2700).With(Incidents.Page("CacheDown", 1000), Incidents.Page("CacheDown", 2760, resolved: true))).Should().BeEmpty();

    private static IEnumerable<string> Of(SpotEvidence evidence) => SpotJudge.Judge(evidence).Consequences;
}
