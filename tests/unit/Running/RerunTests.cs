using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class RerunTests
{
    [Fact]
    public void Due_for_what_could_not_be_proved_while_the_machine_was_disturbed() =>
        Rerun.IsDue(Disturbed(Unproved), []).Should().BeTrue();

    [Fact]
    public void Not_due_without_a_disturbance() =>
        Rerun.IsDue(Records.Of(Unproved), []).Should().BeFalse();

    [Fact]
    public void Not_due_for_what_was_proved_in_spite_of_it() =>
        Rerun.IsDue(Disturbed(Records.Perfect().Build()), []).Should().BeFalse();

    [Fact]
    public void A_fail_is_never_replaced_unless_the_ledger_foretells_it()
    {
        var failed = Records.Perfect().NoHeartbeat().Fires(Evidence.FirstBad + 10 * 60).Build();
        var alert = failed.Contract.Alert;
        var foretold = new KnownDefect("late", StageName.Fires, alert, [alert]);

        Judge(failed).Should().Contain(Outcome.Fail).And.Contain(Outcome.Inconclusive);
        Rerun.IsDue(Disturbed(failed), []).Should().BeFalse();
        Rerun.IsDue(Disturbed(failed), [foretold with { Stage = StageName.Resolves }]).Should().BeFalse();
        Rerun.IsDue(Disturbed(failed), [foretold]).Should().BeTrue();
    }

    [Fact]
    public void Not_due_for_a_cell_that_broke() =>
        Rerun.IsDue(Disturbed(Unproved) with { Failure = new CellFailure(CellFailureKind.FaultFailed, "x") }, []).Should().BeFalse();

    [Fact]
    public void Not_due_for_a_cell_without_evidence() =>
        Rerun.IsDue(Records.Of(null), []).Should().BeFalse();

    private static CellEvidence Unproved => Records.Perfect().NoHeartbeat().Build();

    private static CellRecord Disturbed(CellEvidence evidence) => Records.Of(evidence with { Disturbances = ["97 good scrapes, expected 98"] });

    private static IEnumerable<Outcome> Judge(CellEvidence evidence) => ChainJudge.Judge(evidence).Select(s => s.Outcome);
}
