using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class LedgerEntriesTests
{
    public static TheoryData<string> Configurations => ["documented", "corrected"];

    [Fact]
    public void An_entry_shows_in_the_alerts_that_it_names() =>
        Read(Entry("slack-alerts") with { Alerts = ["A", "B"] }).ShownIn.Should().Equal("A", "B");

    [Fact]
    public void An_entry_about_an_alert_shows_in_that_one() =>
        Read(Entry("ServiceDown")).ShownIn.Should().Equal("ServiceDown");

    [Fact]
    public void An_entry_about_a_receiver_shows_in_every_alert_that_it_is_promised() =>
        Read(Entry("slack-incidents")).ShownIn.Should().Equal(
            ScenarioCatalogue.All.Where(s => s.Contract.Severity == "critical").Select(s => s.Contract.Alert))
            .And.NotBeEmpty();

    [Fact]
    public void An_entry_about_something_unknown_foretells_no_alert() =>
        ScenarioCatalogue.All.Should().NotContain(s => Read(Entry("slack-nobody")).Foretells(s.Contract.Alert, StageName.Renders, new Shortcoming("slack-nobody", "")));

    [Fact]
    public void Stage_subject_and_mask_are_kept()
    {
        var entry = Read(Entry("ServiceDown") with { MaskedBy = "other" });

        (entry.Id, entry.Stage, entry.Subject, entry.MaskedBy).Should().Be(("id", StageName.ResolutionDelivered, "ServiceDown", "other"));
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Every_entry_that_is_shipped_can_be_read(string configuration)
    {
        var shipped = Fixtures.Load(configuration).KnownDefects.Entries;

        LedgerEntries.Of(shipped, ScenarioCatalogue.All).Select(e => e.Id).Should().Equal(shipped.Select(e => e.Id));
    }

    private static Assertions.Judgement.KnownDefect Read(KnownDefect entry) => LedgerEntries.Of([entry], ScenarioCatalogue.All).Single();

    private static KnownDefect Entry(string subject) => new()
    {
        Id = "id",
        Stage = "resolution-delivered",
        Subject = subject,
        Evidence = "",
        Explanation = "",
        Mend = "",
        Position = new SourcePosition("known-defects.yaml", 1, 1),
    };
}
