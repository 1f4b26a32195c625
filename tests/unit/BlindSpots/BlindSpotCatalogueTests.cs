using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.BlindSpots;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.BlindSpots;

public sealed class BlindSpotCatalogueTests
{
    private static readonly string[] Names = [.. BlindSpotCatalogue.All.Select(s => s.Promise.Spot)];

    [Fact]
    public void Every_blind_spot_has_a_name_of_its_own() => Names.Should().OnlyHaveUniqueItems().And.OnlyContain(n => n.All(c => char.IsAsciiLetterLower(c) || c == '-'));

    [Fact]
    public void The_page_has_a_rule_for_the_alert_that_would_close_each_gap()
    {
        var page = File.ReadAllText(Path.Combine(ProjectRoot.Find(), "scenarios", "BlindSpots", "README.md"));

        BlindSpotCatalogue.All.Select(s => s.Promise.ClosedBy).Should().OnlyContain(alert => page.Contains($"- alert: {alert}\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Blind_spots_name_the_strategys_alerts_only()
    {
        var alerts = Fixtures.Load("documented").Alerts.Select(a => a.Name).ToList();

        BlindSpotCatalogue.All.SelectMany(s => s.Promise.NamedBy.Concat(s.Promise.Symptoms.Keys)).Should().BeSubsetOf(alerts);
    }

    [Theory]
    [InlineData("documented")]
    [InlineData("corrected")]
    public void A_shipped_configuration_foretells_every_blind_spot(string configuration) =>
        ForetoldBlindSpots.Load(Fixtures.PathOf(configuration)).Entries.Select(e => e.Spot).Should().BeEquivalentTo(Names);

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest() =>
        FluentActions.Invoking(() => BlindSpotCatalogue.Select(["redis-pausd"])).Should().Throw<UsageException>().WithMessage("there is no blind spot redis-pausd; did you mean redis-paused or *");

    [Fact]
    public void Blind_spots_are_selected_by_name() =>
        BlindSpotCatalogue.Select(["node-gone", "exporter-gone"]).Select(s => s.Promise.Spot).Should().Equal("node-gone", "exporter-gone");

    [Fact]
    public void What_is_foretold_of_a_blind_spot_that_is_none_is_refused() =>
        FluentActions.Invoking(() => BlindSpotCatalogue.RefuseUnknown(new ForetoldBlindSpots([new ForetoldBlindSpot("moon-gone", "nobody", "so", new SourcePosition("blind-spots.yaml", 3, 3))])))
            .Should().Throw<ConfigurationException>().WithMessage("blind-spots.yaml:3:3: there is no blind spot moon-gone; all are pod-killed-once, *");
}
