using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Tests.Unit.Judging;

public sealed class VerdictsTests
{
    [Theory]
    [InlineData(Verdict.Works, Outcome.Pass, Outcome.NotApplicable)]
    [InlineData(Verdict.Defective, Outcome.Pass, Outcome.Fail, Outcome.Inconclusive)]
    [InlineData(Verdict.Defective, Outcome.Fail, Outcome.NotReached)]
    [InlineData(Verdict.Inconclusive, Outcome.Pass, Outcome.Inconclusive)]
    [InlineData(Verdict.Inconclusive, Outcome.Pass, Outcome.NotReached)]
    [InlineData(Verdict.Inconclusive, Outcome.NotApplicable)]
    [InlineData(Verdict.Inconclusive)]
    public void The_verdict_follows_from_the_stages(Verdict verdict, params Outcome[] outcomes) =>
        Verdicts.Of([.. outcomes.Select(o => new StageResult(StageName.Fires, o, ""))]).Should().Be(verdict);

    [Theory]
    [InlineData(StageName.Loads, "loads")]
    [InlineData(StageName.ResolutionDelivered, "resolution-delivered")]
    public void Stages_are_named_in_kebab_case_and_read_back(StageName stage, string name)
    {
        Names.Of(stage).Should().Be(name);
        Names.Stage(name).Should().Be(stage);
        Names.Stage("nothing").Should().BeNull();
        (Names.Of(Outcome.NotApplicable), Names.Of(Verdict.Works)).Should().Be(("not-applicable", "works"));
    }
}
