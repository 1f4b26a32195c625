using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Scenarios.Commands;
using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class RunReportTests
{
    private static readonly PreparedConfiguration Prepared = Records.Prepared("corrected");
    private static readonly RunOptions Options = RunOptions.Parse(Path.GetFullPath(Path.Combine(Fixtures.PathOf("corrected"), "../../..")), "corrected", [], "25", "trixie", null, [], null);

    public static TheoryData<CellFailureKind> Kinds => new(Enum.GetValues<CellFailureKind>());

    [Fact]
    public void A_cell_in_which_all_went_well_works()
    {
        CellRecord[] cells = [Records.Of(Records.Perfect().Build())];
        var judgement = RunReport.Judge(cells, Prepared);

        judgement.Alerts.Single().Verdict.Should().Be(Verdict.Works, string.Join("\n", judgement.Alerts.Single().Stages));
        RunOutcome.Of(RunReport.Facts(Run(cells), judgement)).Should().Be(ExitCode.AsExpected);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_cell_that_failed_never_works_however_good_its_evidence(CellFailureKind kind)
    {
        CellRecord[] cells = [Records.Of(Records.Perfect().Build(), new CellFailure(kind, "it broke"))];

        var alert = RunReport.Judge(cells, Prepared).Alerts.Single();

        alert.Verdict.Should().NotBe(Verdict.Works);
        alert.Stages.SelectMany(s => s.Evidence).Should().Contain("observer error: it broke");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_cell_that_failed_before_it_brought_evidence_is_no_defect_of_the_alert(CellFailureKind kind)
    {
        CellRecord[] cells = [Records.Of(null, new CellFailure(kind, "it broke"))];

        var judgement = RunReport.Judge(cells, Prepared);

        judgement.Alerts.Single().Verdict.Should().Be(Verdict.Inconclusive);
        judgement.New.Should().BeEmpty();
        judgement.Stale.Should().BeEmpty();
    }

    [Fact]
    public void A_cell_without_evidence_and_without_failure_is_inconclusive_too()
    {
        CellRecord[] cells = [Records.Of(null)];
        var judgement = RunReport.Judge(cells, Prepared);

        judgement.Alerts.Single().Verdict.Should().Be(Verdict.Inconclusive);
        RunOutcome.Of(RunReport.Facts(Run(cells), judgement)).Should().Be(ExitCode.Inconclusive);
    }

    [Theory]
    [InlineData(CellFailureKind.RollBackFailed, ExitCode.RollBack)]
    [InlineData(CellFailureKind.EnvironmentLost, ExitCode.Environment)]
    [InlineData(CellFailureKind.FaultFailed, ExitCode.Fault)]
    public void Each_kind_of_failure_has_its_exit_code(CellFailureKind kind, ExitCode expected)
    {
        CellRecord[] cells = [Records.Of(Records.Perfect().Build()), Records.Of(null, new CellFailure(kind, "it broke"))];

        RunOutcome.Of(RunReport.Facts(Run(cells), RunReport.Judge(cells, Prepared))).Should().Be(expected);
    }

    [Fact]
    public void A_failed_roll_back_outranks_every_other_failure()
    {
        CellRecord[] cells = [.. Enum.GetValues<CellFailureKind>().Select(kind => Records.Of(null, new CellFailure(kind, "it broke")))];

        RunOutcome.Of(RunReport.Facts(Run(cells), RunReport.Judge(cells, Prepared))).Should().Be(ExitCode.RollBack);
    }

    [Fact]
    public void The_result_has_what_was_measured_of_each_cell()
    {
        var slow = Records.Of(Records.Perfect().Build()) with { SetUp = TimeSpan.FromSeconds(10), Measured = TimeSpan.FromSeconds(80), Load = [Load()] };
        var result = Assemble(slow, Records.Of(null) with { SetUp = TimeSpan.FromSeconds(12) });

        (result.RunId, result.Configuration, result.TimeScale, result.ExitCode).Should().Be(("r1", "corrected", 25, 6));
        (result.WallSeconds, result.SetupSeconds, result.CriticalPathSeconds).Should().Be((100, 5, 90));
        result.Alerts.Select(a => (a.Alert, a.Fault, a.Cell, a.JudgedAt)).Should().AllBeEquivalentTo(("DatabaseDeadlocks", Records.Scenario.FaultName, Records.Scenario.CellName, "N=25"));
        result.Alerts[0].Stages.Select(s => s.Stage).Should().Equal(Enum.GetValues<StageName>());
        result.Alerts[0].Timeline.Should().NotBeEmpty();
        result.Alerts[1].Timeline.Should().BeEmpty();
        result.Load.Single().Should().Be(new LoadEntry($"{Records.Scenario.CellName}/target", 20, 19.9, 2, double.NaN));
    }

    [Fact]
    public void Disturbances_of_a_replaced_try_stay_in_the_result()
    {
        var again = Records.Of(Records.Perfect().Build() with { Disturbances = ["second"] }) with { Disturbed = ["first"] };

        Assemble(again).Disturbances.Should().Equal($"{Records.Scenario.CellName}, run again: first", $"{Records.Scenario.CellName}: second");
    }

    [Fact]
    public void Entries_of_the_ledger_that_no_longer_reproduce_are_findings_of_the_result()
    {
        CellRecord[] cells = [Records.Of(Records.Perfect().Build())];
        var run = Run(cells) with { Prepared = Records.Prepared("documented") };
        var judgement = RunReport.Judge(cells, run.Prepared);

        var findings = RunReport.Assemble("r1", Options, run, judgement, ExitCode.Defects).Findings;

        judgement.Stale.Should().NotBeEmpty();
        findings.Where(f => f.Check == FindingEntry.NoLongerReproduces).Select(f => f.Subject).Should().Contain(judgement.Stale.Select(s => s.Id));
        Assemble(cells).Findings.Should().BeEmpty();
    }

    [Fact]
    public void An_empty_run_proves_nothing() =>
        Assemble().Should().Match<RunResult>(r => r.CriticalPathSeconds == 0 && r.ExitCode == 6);

    [Fact]
    public void What_could_not_be_removed_is_a_lost_environment_however_good_the_cells()
    {
        CellRecord[] cells = [Records.Of(Records.Perfect().Build())];

        RunOutcome.Of(RunReport.Facts(Run(cells) with { Leftovers = "a network stayed" }, RunReport.Judge(cells, Prepared))).Should().Be(ExitCode.Environment);
    }

    private static RunResult Assemble(params CellRecord[] cells)
    {
        var run = Run(cells);
        var judgement = RunReport.Judge(cells, Prepared);
        return RunReport.Assemble("r1", Options, run, judgement, RunOutcome.Of(RunReport.Facts(run, judgement)));
    }

    private static RunRecord Run(CellRecord[] cells) => new()
    {
        Prepared = Prepared,
        Components = ImmutableSortedDictionary<string, string>.Empty.Add("prometheus", "2.53.3"),
        Cells = [.. cells],
        SetUp = TimeSpan.FromSeconds(5),
        Wall = TimeSpan.FromSeconds(100),
    };

    private static LoadStatistics Load() => new()
    {
        Target = "target",
        ElapsedSeconds = 80,
        AskedPerSecond = 20,
        AchievedPerSecond = 19.9,
        P50Ms = 2,
        Asked = 1600,
        Ok = 1592,
        Failed = 0,
        Dropped = 0,
        InFlight = 0,
        ReceivedBytes = 0,
    };
}
