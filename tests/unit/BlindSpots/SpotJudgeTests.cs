using NovaCron.Validation.Assertions.BlindSpots;

namespace NovaCron.Validation.Tests.Unit.BlindSpots;

public sealed class SpotJudgeTests
{
    // 15 scrape + 30 evaluation + 60 for + 10 group_wait + 0.5 s round trip at N = 25.
    private const double Allowed = 127.5;

    [Fact]
    public void A_silence_in_which_the_pulse_was_heard_is_nobody()
    {
        var verdict = SpotJudge.Judge(Incidents.Silent());

        verdict.Outcome.Should().Be(SpotOutcome.Nobody);
        verdict.AllowedSeconds.Should().Be(Allowed);
        verdict.Proof.Should().Contain("beats of PipelinePulse");
    }

    [Theory]
    [InlineData(1027, SpotOutcome.Told)]
    [InlineData(1028, SpotOutcome.Late)]
    public void An_alert_that_names_it_tells_it_in_time_or_late(int at, SpotOutcome outcome)
    {
        var verdict = SpotJudge.Judge(Incidents.Silent().With(Incidents.Page("CacheDown", at)));

        verdict.Outcome.Should().Be(outcome);
        var told = verdict.Tellings.Should().ContainSingle().Subject;
        (told.Alert, told.Receiver, told.Truth, told.DocumentedSeconds).Should().Be(("CacheDown", "pagerduty-critical", TellingTruth.NamesIt, at - Incidents.Begin));
        told.WallSeconds.Should().BeApproximately(told.DocumentedSeconds / 25, 1e-6);
    }

    [Fact]
    public void The_alert_that_closes_the_gap_names_it_too() =>
        SpotJudge.Judge(Incidents.Silent().With(Incidents.Slack("CacheUnreachable", 1000)) with { LoadedRules = [.. Incidents.Silent().LoadedRules, Incidents.Silent().LoadedRules[0] with { Name = "CacheUnreachable" }] })
            .Outcome.Should().Be(SpotOutcome.Told);

    [Fact]
    public void A_symptom_is_told_with_its_reason()
    {
        var verdict = SpotJudge.Judge(Incidents.Silent().With(Incidents.Slack("CacheHighMemoryUsage", 1200), Incidents.Page("HighErrorRate", 1300)));

        verdict.Outcome.Should().Be(SpotOutcome.Symptom);
        verdict.Tellings.Select(t => t.Truth).Should().Equal(TellingTruth.Wrong, TellingTruth.Symptom);
        verdict.Detail.Should().Contain("users get errors");
    }

    [Fact]
    public void Any_other_alert_is_the_wrong_thing() =>
        SpotJudge.Judge(Incidents.Silent().With(Incidents.Slack("CacheHighMemoryUsage", 1200))).Outcome.Should().Be(SpotOutcome.Wrong);

    [Fact]
    public void An_alert_that_fired_while_all_was_well_tells_nothing()
    {
        var verdict = SpotJudge.Judge(Incidents.Silent().With("CacheHighMemoryUsage", "firing", 300, 3180).With(Incidents.Slack("CacheHighMemoryUsage", 1200)));

        verdict.Outcome.Should().Be(SpotOutcome.Nobody);
        verdict.Noise.Should().Equal("CacheHighMemoryUsage");
    }

    [Fact]
    public void An_end_that_is_told_while_the_cause_lasts_is_wrong_however_early_it_was_told_of() =>
        SpotJudge.Judge(Incidents.Silent().With(Incidents.Page("CacheDown", 1000), Incidents.Page("CacheDown", 1300, resolved: true)))
            .Outcome.Should().Be(SpotOutcome.Wrong);

    [Fact]
    public void An_end_that_is_told_after_the_cause_is_no_telling_of_a_beginning() =>
        SpotJudge.Judge(Incidents.Silent().With(Incidents.Page("CacheDown", 1000), Incidents.Page("CacheDown", 2750, resolved: true)))
            .Outcome.Should().Be(SpotOutcome.Told);

    [Theory]
    [InlineData(2760, SpotOutcome.Told)]
    [InlineData(2780, SpotOutcome.Late)]
    public void Where_the_end_is_to_be_told_it_counts_from_the_end(int at, SpotOutcome outcome) =>
        SpotJudge.Judge(End().With(Incidents.Page("CacheDown", at, resolved: true))).Outcome.Should().Be(outcome);

    [Fact]
    public void An_end_that_is_never_told_is_told_to_nobody()
    {
        var verdict = SpotJudge.Judge(End().With("CacheDown", "firing", 960, 2700));

        verdict.Outcome.Should().Be(SpotOutcome.Nobody);
        verdict.Consequences.Should().Contain("pagerduty-critical (pagerduty KEY) was never told that CacheDown ended: the resolution was lost");
    }

    [Fact]
    public void A_silence_in_which_the_pulse_was_missing_proves_nothing()
    {
        var evidence = Incidents.Silent();
        var deaf = evidence with { Requests = [.. evidence.Requests.Where(r => r.ReceivedAt < Incidents.At(1100) || r.ReceivedAt > Incidents.At(1900))] };

        var verdict = SpotJudge.Judge(deaf);

        verdict.Outcome.Should().Be(SpotOutcome.Inconclusive);
        verdict.Detail.Should().StartWith("no pulse came through the pipeline from ");
    }

    [Fact]
    public void A_pulse_that_is_missing_while_the_pipeline_is_the_victim_is_the_incident()
    {
        var evidence = Incidents.Silent() with { Blackouts = [new Blackout("alertmanager", Incidents.At(1250), Incidents.At(1650))] };
        var deaf = evidence with { Requests = [.. evidence.Requests.Where(r => r.ReceivedAt < Incidents.At(1250) || r.ReceivedAt > Incidents.At(1650))] };

        SpotJudge.Judge(deaf).Outcome.Should().Be(SpotOutcome.Nobody);
        SpotJudge.Judge(deaf with { Requests = [.. deaf.Requests.Where(r => r.ReceivedAt < Incidents.At(1250))] }).Outcome.Should().Be(SpotOutcome.Inconclusive, "nothing proves that it came back");
    }

    [Fact]
    public void What_disturbed_the_machine_or_did_not_come_about_leaves_everything_open()
    {
        var told = Incidents.Silent().With(Incidents.Page("CacheDown", 1000));

        SpotJudge.Judge(told with { Disturbances = ["a stall"] }).Outcome.Should().Be(SpotOutcome.Inconclusive);
        SpotJudge.Judge(told with { Unproven = ["it never was pending"] }).Detail.Should().Be("it never was pending");
        SpotJudge.Judge(told with { Phases = new SpotPhases() }).Detail.Should().Be("the incident was not reached");
    }

    private static SpotEvidence End() => Incidents.Silent(Incidents.Promise with { Tidings = Tidings.End }).With(Incidents.Page("CacheDown", 1000));
}
