using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Tests.Unit.Judging;

public sealed class SurfaceLedgerTests
{
    private static readonly KnownSurfaceDefect Entry = new("no-cpu", "CPU Usage");

    [Fact]
    public void A_failure_that_is_foretold_is_marked_and_not_new()
    {
        var found = SurfaceLedger.Compare([Result("CPU Usage", Outcome.Fail), Result("Memory Usage", Outcome.Pass)], [Entry]);

        found.Results.Select(r => r.KnownDefect).Should().Equal("no-cpu", null);
        found.New.Should().BeEmpty();
        found.Stale.Should().BeEmpty();
    }

    [Fact]
    public void A_failure_that_is_not_foretold_is_new() =>
        SurfaceLedger.Compare([Result("Memory Usage", Outcome.Fail)], [Entry]).New.Should().ContainSingle();

    [Theory]
    [InlineData(Outcome.Pass, true)]
    [InlineData(Outcome.NotReached, false)]
    [InlineData(Outcome.Inconclusive, false)]
    public void An_entry_is_stale_only_when_the_run_proved_it_so(Outcome outcome, bool stale) =>
        SurfaceLedger.Compare([Result("CPU Usage", outcome)], [Entry]).Stale.Any(s => s.Id == "no-cpu").Should().Be(stale);

    [Theory]
    [InlineData(Outcome.Pass, ExitCode.AsExpected)]
    [InlineData(Outcome.Fail, ExitCode.Defects)]
    [InlineData(Outcome.Inconclusive, ExitCode.Inconclusive)]
    [InlineData(Outcome.NotReached, ExitCode.AsExpected)]
    [InlineData(Outcome.NotApplicable, ExitCode.AsExpected)]
    public void The_exit_code_counts_them(Outcome outcome, ExitCode expected) => RunOutcome.Of(new RunFacts
    {
        Judgement = new LedgerComparison([new JudgedAlert("A", [new StageResult(StageName.Fires, Outcome.Pass, "")])], [], [], []),
        Surfaces = SurfaceLedger.Compare([Result("CPU Usage", outcome)], []),
    }).Should().Be(expected);

    [Fact]
    public void A_stale_entry_fails_the_run() => RunOutcome.Of(new RunFacts
    {
        Judgement = new LedgerComparison([new JudgedAlert("A", [new StageResult(StageName.Fires, Outcome.Pass, "")])], [], [], []),
        Surfaces = SurfaceLedger.Compare([Result("CPU Usage", Outcome.Pass)], [Entry]),
    }).Should().Be(ExitCode.Defects);

    private static SurfaceResult Result(string subject, Outcome outcome) => new(SurfaceKind.Dashboard, subject, outcome, "");
}
