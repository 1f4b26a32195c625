using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Reports;
using Outcome = NovaCron.Validation.Assertions.Stages.Outcome;

namespace NovaCron.Validation.Tests.Unit.Display;

public sealed class RunScreenTests
{
    private static readonly TimeSpan Now = TimeSpan.FromSeconds(95);

    [Theory]
    [InlineData(40, 24)]
    [InlineData(80, 24)]
    [InlineData(80, 10)]
    [InlineData(160, 50)]
    public void The_screen_is_the_golden_one(int width, int height) => Golden.Compare(Draw(State(11, 5), width, height), $"screen-{width}x{height}.txt");

    [Fact]
    public void It_never_takes_more_lines_or_columns_than_there_are() => Prop.ForAll(
        Gen.Choose(0, 20).Two().Zip(Gen.Choose(1, 200).Two()).ToArbitrary(),
        sample =>
        {
            var ((running, ended), (width, height)) = sample;
            var lines = new RunScreen(new Glyphs(true), true).Draw(State(Math.Min(running, 20 - ended), ended), Now, width, height);
            return lines.Count <= Math.Max(2, height - 1) && lines.All(l => l.Width <= Math.Max(10, width - 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_bad_is_shown_before_what_is_not()
    {
        var state = State(2, 12).With(new CellEnd("ServiceDown", Verdict.Inconclusive, false, "fault failed: nothing to kill"), TimeSpan.FromSeconds(94));

        Draw(state, 80, 10).Should().Contain("? ServiceDown").And.Contain("fault failed: nothing to kill");
    }

    [Fact]
    public void Running_cells_that_have_no_room_are_counted() => Draw(State(20, 0), 80, 10).Should().Contain("… and 14 more running").And.Contain("0 of 20 done");

    [Fact]
    public void A_stage_that_was_seen_is_not_shown_as_proved()
    {
        var text = Draw(State(1, 0).With(new CellProgress("ServiceDown", "firing", TimeSpan.FromSeconds(3)) { Seen = [StageName.Fires] }, Now), 80, 24);

        text.Should().Contain("···○·····").And.NotContain("✓");
    }

    [Fact]
    public void Before_the_cells_are_known_the_step_and_the_time_are_shown() => Draw(new RunState { Step = "building image redis" }, 80, 24).Should().Be("building image redis\n1:35\n");

    [Fact]
    public void Hostile_text_is_shown_harmlessly()
    {
        var state = new RunState { Step = "\u001b[2J" }.With(new RunPlan([new CellPlan("[red]X\u202e", TimeSpan.Zero)], 1)).With(new CellProgress("[red]X\u202e", "\u0007[/]", TimeSpan.Zero), Now);

        Draw(state, 100, 24).Should().NotContain("\u001b").And.NotContain("\u202e").And.NotContain("\u0007").And.Contain("[red]X<U+202E>");
    }

    [Fact]
    public void Without_Unicode_nothing_needs_it() =>
        string.Concat(new RunScreen(new Glyphs(false), false).Draw(State(20, 0), Now, 80, 10)).Should().MatchRegex(@"\A[\x00-\x7f]*\z");

    internal static RunState State(int running, int ended)
    {
        var state = new RunState { Step = "running 20 cells side by side" }.With(new RunPlan([.. ScenarioCatalogue.All.Select(s => new CellPlan(s.Contract.Alert, TimeSpan.FromSeconds(60)))], 11));
        foreach (var (i, scenario) in ScenarioCatalogue.All.Take(running + ended).Index())
        {
            state = state.With(new CellProgress(scenario.Contract.Alert, "starting its cell", TimeSpan.Zero), TimeSpan.FromSeconds(i));
            state = state.With(new CellProgress(scenario.Contract.Alert, "fault some-fault: waiting for the alert to fire", TimeSpan.FromSeconds(36)) { Seen = i % 2 == 0 ? [] : [StageName.Fires, StageName.Routes] }, TimeSpan.FromSeconds(60 + i));
        }

        foreach (var (i, scenario) in ScenarioCatalogue.All.Take(ended).Index())
        {
            state = state.With(CellEnd.Of(new JudgedAlert(scenario.Contract.Alert, Stages(i)), null), TimeSpan.FromSeconds(80 + i));
        }

        return state;
    }

    // One works, one has a defect that is known, one that is not, one is inconclusive, and so on.
    private static ImmutableArray<StageResult> Stages(int i) => [.. Enum.GetValues<StageName>().Select(stage => stage != StageName.Fires || i % 4 == 0
        ? new StageResult(stage, Outcome.Pass, "")
        : new StageResult(stage, i % 4 == 3 ? Outcome.Inconclusive : Outcome.Fail, "fired after 140 s, the latest is 135 s") { KnownDefect = i % 4 == 1 ? "some-entry" : null })];

    private static string Draw(RunState state, int width, int height) =>
        string.Concat(new RunScreen(new Glyphs(true), true).Draw(state, Now, width, height).Select(l => l + "\n"));
}
