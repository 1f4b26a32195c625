using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Tests.Unit.Display;

public sealed class CellEndTests
{
    [Fact]
    public void What_works_is_said_so() => Of(Pass).Should().Match<CellEnd>(e => e.Words == "works" && !e.IsUnexpected);

    [Fact]
    public void A_known_defect_is_named_and_expected() =>
        Of(Pass, Fail("entry-a"), Fail("entry-b")).Should().Match<CellEnd>(e => e.Words == "known defect: entry-a, entry-b" && !e.IsUnexpected);

    [Fact]
    public void A_new_defect_comes_with_its_reason_even_beside_a_known_one() =>
        Of(Fail("entry-a"), Fail(null)).Should().Match<CellEnd>(e => e.Words == "new defect at fires: fired too late" && e.IsUnexpected);

    [Fact]
    public void What_is_inconclusive_comes_with_its_reason() =>
        Of(Pass, new StageResult(StageName.Routes, Outcome.Inconclusive, "nothing was seen")).Should().Match<CellEnd>(e => e.Words == "inconclusive at routes: nothing was seen" && e.IsUnexpected);

    [Fact]
    public void What_kept_a_cell_from_its_end_comes_first() =>
        CellEnd.Of(new JudgedAlert("A", [Pass]), new CellFailure(CellFailureKind.FaultFailed, "nothing to kill")).Words.Should().Be("fault failed: nothing to kill");

    private static StageResult Pass => new(StageName.Loads, Outcome.Pass, "");

    private static StageResult Fail(string? known) => new(StageName.Fires, Outcome.Fail, "fired too late") { KnownDefect = known };

    private static CellEnd Of(params StageResult[] stages) => CellEnd.Of(new JudgedAlert("A", [.. stages]), null);
}
