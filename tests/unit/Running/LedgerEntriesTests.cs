using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Monitoring;
using KnownDefect = NovaCron.Validation.Environments.Monitoring.Configuration.KnownDefect;

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

        LedgerEntries.Of(shipped, ScenarioCatalogue.All).Select(e => e.Id).Should().Equal(shipped.Where(e => e.Stage != SurfaceLedger.Stage).Select(e => e.Id));
        LedgerEntries.OfSurfaces(shipped).Select(e => e.Id).Should().Equal(shipped.Where(e => e.Stage == SurfaceLedger.Stage).Select(e => e.Id));
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Every_entry_about_a_surface_names_one_that_is_judged(string configuration) =>
        LedgerEntries.OfSurfaces(Fixtures.Load(configuration).KnownDefects.Entries).Select(e => e.Subject)
            .Should().BeSubsetOf(SurfaceJudge.Judge(Fixtures.Load(configuration).Promtail, []).Select(s => s.Subject));

    [Fact]
    public void An_entry_about_a_surface_is_no_matter_of_the_alerts()
    {
        var entry = Entry("CPU Usage") with { Stage = SurfaceLedger.Stage };

        LedgerEntries.Of([entry], ScenarioCatalogue.All).Should().BeEmpty();
        LedgerEntries.OfSurfaces([entry, Entry("ServiceDown")]).Should().Equal(new KnownSurfaceDefect("id", "CPU Usage"));
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
