using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class QuotedPartsTests
{
    [Theory]
    [InlineData(StageName.Loads, "A")]
    [InlineData(StageName.Contract, "A")]
    [InlineData(StageName.Silent, "A")]
    [InlineData(StageName.Fires, "A")]
    [InlineData(StageName.Resolves, "A")]
    [InlineData(StageName.Routes, "route", "slack-dwcp")]
    [InlineData(StageName.Renders, "A", "slack-dwcp")]
    [InlineData(StageName.ResolutionDelivered, "A", "slack-dwcp")]
    [InlineData(StageName.Inhibits, "inhibit_rules", "A")]
    public void A_failing_stage_is_about_these_parts(StageName stage, params string[] parts) =>
        QuotedParts.Of("A", Failed(stage)).Should().Equal(parts);

    [Fact]
    public void A_stage_that_did_not_fail_is_about_none() =>
        QuotedParts.Of("A", Failed(StageName.Routes) with { Outcome = Outcome.Inconclusive }).Should().BeEmpty();

    private static StageResult Failed(StageName stage) =>
        new(stage, Outcome.Fail, "d") { Shortcomings = [new Shortcoming("A", "m"), new Shortcoming("slack-dwcp", "m"), new Shortcoming("slack-dwcp", "n")] };
}
