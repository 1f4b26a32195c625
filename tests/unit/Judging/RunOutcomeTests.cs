using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Tests.Unit.Judging;

public sealed class RunOutcomeTests
{
    public static TheoryData<int, RunFacts> Facts()
    {
        var works = Judged(Outcome.Pass);
        var fresh = Judged(Outcome.Fail) with { New = [new NewDefect("A", StageName.Fires, [])] };
        return new TheoryData<int, RunFacts>
        {
            { 130, new RunFacts { Interrupted = true, RollBackFailed = true, UsageError = true } },
            { 5, new RunFacts { RollBackFailed = true, UsageError = true, EnvironmentLost = true, Judgement = fresh } },
            { 2, new RunFacts { UsageError = true, EnvironmentLost = true } },
            { 3, new RunFacts { EnvironmentLost = true, FaultPowerless = true, Judgement = fresh } },
            { 4, new RunFacts { FaultPowerless = true, Judgement = fresh } },
            { 1, new RunFacts { Judgement = fresh } },
            { 1, new RunFacts { Judgement = works with { Stale = [new StaleDefect("x", ["A"], "")] } } },
            { 1, new RunFacts { Judgement = works, NewFindings = 1 } },
            { 6, new RunFacts { Judgement = Judged(Outcome.Inconclusive) } },
            { 6, new RunFacts() },
            { 6, new RunFacts { Judgement = works with { Alerts = [] } } },
            { 0, new RunFacts { Judgement = works } },
            { 0, new RunFacts { Judgement = Judged(Outcome.Fail) } },
        };
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void The_first_that_applies_is_the_exit_code(int code, RunFacts facts) => ((int)RunOutcome.Of(facts)).Should().Be(code);

    [Fact]
    public void A_foretold_failure_does_not_cover_what_was_not_proved()
    {
        var mixed = Judged(Outcome.Pass) with { Alerts = [new JudgedAlert("A", [new StageResult(StageName.Fires, Outcome.Fail, ""), new StageResult(StageName.Silent, Outcome.Inconclusive, "")])] };

        RunOutcome.Of(new RunFacts { Judgement = mixed }).Should().Be(ExitCode.Inconclusive);
    }

    private static LedgerComparison Judged(Outcome outcome) => new([new JudgedAlert("A", [new StageResult(StageName.Fires, outcome, "")])], [], [], []);
}
