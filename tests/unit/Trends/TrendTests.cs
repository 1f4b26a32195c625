using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Trends;
using Outcome = NovaCron.Validation.Assertions.Stages.Outcome;

namespace NovaCron.Validation.Tests.Unit.Trends;

public sealed class TrendTests
{
    private static readonly ConfigurationTrend Documented = Trend.Of(SampleHistory.Runs).Configurations.Single(c => c.Configuration == "documented");

    [Fact]
    public void Configurations_are_kept_apart_and_the_last_run_comes_first() =>
        Trend.Of(SampleHistory.Runs).Configurations.Select(c => (c.Configuration, c.Runs.Length)).Should().Equal(("documented", 3), ("corrected", 2));

    [Fact]
    public void Runs_are_in_order_of_time_whatever_order_they_come_in() =>
        Documented.Runs.Select(r => r.RunId).Should().Equal("run-0", "run-2", "run-4");

    [Fact]
    public void A_run_that_comes_twice_counts_once() =>
        Trend.Of([.. SampleHistory.Runs, .. SampleHistory.Runs]).Should().BeEquivalentTo(Trend.Of(SampleHistory.Runs));

    [Fact]
    public void Times_have_their_figures()
    {
        var down = Documented.Alerts.Single(a => a.Alert == "ServiceDown");

        down.Fires.Should().Be(new TrendFigures(3, 80, 80, 70, 90));
        down.Delivers.Should().Be(new TrendFigures(3, 11, 11, 10, 12));
    }

    [Fact]
    public void What_was_not_measured_is_no_figure()
    {
        var cache = Documented.Alerts.Single(a => a.Alert == "CacheDown");

        cache.Fires.Should().Be(new TrendFigures(2, 84, 82, 80, 84));
        cache.Points[0].FiresSeconds.Should().BeNull();
        Trend.Of([SampleHistory.Run(0, "x", SampleHistory.Alert("A", null, null))]).Configurations[0].Alerts[0].Fires.Should().BeNull();
    }

    [Fact]
    public void Flakiness_is_changes_of_verdict_within_one_configuration()
    {
        Documented.Alerts.Select(a => (a.Alert, a.VerdictChanges, a.InconclusiveShare)).Should().BeEquivalentTo([("ServiceDown", 0, 0.0), ("CacheDown", 1, 0.0)]);
        var corrected = Trend.Of(SampleHistory.Runs).Configurations[1].Alerts.Single();
        (corrected.VerdictChanges, corrected.InconclusiveShare).Should().Be((1, 0.5));
        corrected.LastProved!.RunId.Should().Be("run-1");
    }

    [Fact]
    public void A_defect_has_its_first_and_last_run_and_whether_it_is_still_there()
    {
        Documented.Defects.Select(d => (d.Id, d.IsKnown, d.FirstSeen.RunId, d.LastSeen.RunId, d.Seen, d.Judged, d.IsThere)).Should().Equal(
            ("entry-a", true, "run-0", "run-4", 3, 3, true),
            ("entry-b", true, "run-4", "run-4", 1, 3, true),
            ("log-labels", true, "run-0", "run-4", 3, 3, true),
            ("CacheDown/fires", false, "run-0", "run-0", 1, 3, false));
        Documented.Defects[0].Alerts.Should().Equal("ServiceDown");
        Documented.Defects[2].Alerts.Should().Equal("Error logs");
    }

    [Fact]
    public void A_run_that_did_not_judge_the_place_says_nothing_of_a_defect()
    {
        RunResult[] runs = [SampleHistory.Run(0, "x", SampleHistory.Alert("A", 1, 1, Outcome.Fail)), SampleHistory.Run(1, "x", SampleHistory.Alert("B", 1, 1)), SampleHistory.Run(2, "x", SampleHistory.Alert("A", 1, 1, Outcome.Inconclusive))];

        Trend.Of(runs).Configurations[0].Defects.Single().Should().Match<DefectTrend>(d => d.Judged == 1 && d.IsThere);
    }

    [Fact]
    public void Nothing_run_is_no_trend() => Trend.Of([]).Configurations.Should().BeEmpty();

    [Fact]
    public void Figures_lie_in_order_and_within_the_values() => Prop.ForAll<double[]>(values =>
    {
        var finite = values.Where(double.IsFinite).ToArray();
        var figures = TrendFigures.Of(values.Select(v => (double?)v));
        return finite.Length == 0
            ? figures is null
            : figures!.Count == finite.Length && figures.Least == finite.Min() && figures.Most == finite.Max() && figures.Last.Equals(finite[^1])
              && (figures.Least <= figures.Median || !double.IsFinite(figures.Median)) && (figures.Median <= figures.Most || !double.IsFinite(figures.Median));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_verdict_of_a_point_is_that_of_the_run() =>
        Documented.Alerts.Single(a => a.Alert == "CacheDown").Points.Select(p => (p.Verdict, p.IsNew)).Should().Equal((Verdict.Defective, true), (Verdict.Works, false), (Verdict.Works, false));
}
