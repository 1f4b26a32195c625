using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Tests.Unit.Judging;

public sealed class LedgerTests
{
    private static readonly KnownDefect Incidents = new("slack-silent", StageName.ResolutionDelivered, "slack-incidents", ["A", "B"]);
    private static readonly KnownDefect Metric = new("no-metric", StageName.Fires, "some_metric", ["A"]);

    [Fact]
    public void A_failure_whose_every_shortcoming_is_foretold_is_known()
    {
        var compared = Ledger.Compare([Alert("A", Fail(StageName.ResolutionDelivered, "slack-incidents"))], [Incidents with { Alerts = ["A"] }]);

        compared.New.Should().BeEmpty();
        compared.Stale.Should().BeEmpty();
        compared.Alerts[0].Stages[0].KnownDefect.Should().Be("slack-silent");
        compared.Reproduced.Should().Equal("slack-silent");
    }

    [Fact]
    public void One_shortcoming_that_is_not_foretold_makes_the_failure_new_and_is_named()
    {
        var compared = Ledger.Compare([Alert("A", Fail(StageName.ResolutionDelivered, "slack-incidents", "pagerduty-critical"))], [Incidents with { Alerts = ["A"] }]);

        compared.Alerts[0].Stages[0].KnownDefect.Should().BeNull();
        compared.New.Single().Shortcomings.Select(s => s.Subject).Should().Equal("pagerduty-critical");
    }

    [Theory]
    [InlineData("A", StageName.Routes, "slack-incidents")]
    [InlineData("C", StageName.ResolutionDelivered, "slack-incidents")]
    [InlineData("A", StageName.ResolutionDelivered, "slack-alerts")]
    public void Another_stage_alert_or_subject_is_not_foretold(string alert, StageName stage, string subject) =>
        Ledger.Compare([Alert(alert, Fail(stage, subject))], [Incidents]).New.Should().HaveCount(1);

    [Fact]
    public void A_subject_may_be_named_by_its_metric()
    {
        var failure = Fail(StageName.Fires, "A");
        var known = failure with { Shortcomings = [failure.Shortcomings[0] with { AlsoKnownAs = ["some_metric"] }] };

        Ledger.Compare([Alert("A", known)], [Metric]).New.Should().BeEmpty();
        Ledger.Compare([Alert("A", failure)], [Metric]).New.Should().HaveCount(1);
    }

    [Fact]
    public void An_entry_without_alerts_is_about_its_subject() =>
        Ledger.Compare([Alert("A", Fail(StageName.Loads, "A"))], [new KnownDefect("x", StageName.Loads, "A", [])]).New.Should().BeEmpty();

    [Theory]
    [InlineData(Outcome.Pass, true)]
    [InlineData(Outcome.NotReached, false)]
    [InlineData(Outcome.Inconclusive, false)]
    [InlineData(Outcome.NotApplicable, false)]
    public void An_entry_is_stale_only_when_its_stage_was_exercised(Outcome outcome, bool stale)
    {
        var compared = Ledger.Compare([Alert("A", new StageResult(StageName.ResolutionDelivered, outcome, ""))], [Incidents]);

        compared.Stale.Select(s => s.Message).Should().Equal(stale
            ? ["expected slack-silent to show at resolution-delivered of A (slack-incidents), found that it no longer does: remove it from the ledger, or those alerts from it"]
            : Array.Empty<string>());
    }

    [Fact]
    public void An_alert_that_the_run_left_out_makes_nothing_stale() =>
        Ledger.Compare([Alert("C", Pass(StageName.ResolutionDelivered))], [Incidents]).Stale.Should().BeEmpty();

    [Fact]
    public void An_entry_that_shows_in_one_of_its_alerts_only_is_stale_for_the_other()
    {
        var compared = Ledger.Compare([Alert("A", Fail(StageName.ResolutionDelivered, "slack-incidents")), Alert("B", Pass(StageName.ResolutionDelivered))], [Incidents]);

        compared.Stale.Single().Alerts.Should().Equal("B");
    }

    [Fact]
    public void A_stage_that_fails_for_another_receiver_has_exercised_this_one_too() =>
        Ledger.Compare([Alert("A", Fail(StageName.ResolutionDelivered, "slack-alerts"))], [Incidents]).Stale.Should().HaveCount(1);

    [Fact]
    public void A_masked_entry_is_exempt_for_as_long_as_its_mask_reproduces()
    {
        var mask = new KnownDefect("mask", StageName.Routes, "slack-incidents", ["A"]);
        var masked = Incidents with { Alerts = ["A"], MaskedBy = "mask" };

        Ledger.Compare([Alert("A", Fail(StageName.Routes, "slack-incidents"), Pass(StageName.ResolutionDelivered))], [mask, masked]).Stale.Should().BeEmpty();
        Ledger.Compare([Alert("A", Pass(StageName.Routes), Pass(StageName.ResolutionDelivered))], [mask, masked]).Stale.Select(s => s.Id).Should().Equal("mask", "slack-silent");
    }

    private static JudgedAlert Alert(string name, params StageResult[] stages) => new(name, [.. stages]);

    private static StageResult Pass(StageName stage) => new(stage, Outcome.Pass, "");

    private static StageResult Fail(StageName stage, params string[] subjects) =>
        new(stage, Outcome.Fail, "wrong") { Shortcomings = [.. subjects.Select(s => new Shortcoming(s, $"{s} is wrong"))] };
}
