using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class ScenarioCatalogueTests
{
    [Fact]
    public void An_amendment_that_nobody_knows_is_refused_with_its_place()
    {
        var systems = Systems.Stock with { Amends = [new Amendment("nobody-knows", new SourcePosition("systems.yaml", 3, 3))] };

        var act = () => ScenarioCatalogue.Under(systems, ScenarioCatalogue.All);

        act.Should().Throw<ConfigurationException>().WithMessage("systems.yaml:3:3: *nobody-knows*");
    }

    [Fact]
    public void An_amended_promise_is_its_scenarios_and_no_others()
    {
        var systems = Systems.Stock with { Amends = [new Amendment("pod-restart-threshold-is-out-of-reach", new SourcePosition("systems.yaml", 3, 3))] };

        var amended = ScenarioCatalogue.Under(systems, ScenarioCatalogue.All);

        amended.Where(s => !ScenarioCatalogue.All.Contains(s)).Select(s => s.Contract.Alert).Should().Equal("PodRestartingFrequently");
        amended.Single(s => s.Contract.Alert == "PodRestartingFrequently").Contract.Threshold.Should().Be(1.25);
    }

    [Fact]
    public void Every_promised_inhibition_has_its_inhibitor_and_no_other_has_one() =>
        ScenarioCatalogue.All.Select(s => (s.Contract.Alert, string.Join(",", s.Contract.InhibitedBy)))
            .Should().Equal(ScenarioCatalogue.All.Select(s => (s.Contract.Alert, s.Inhibitor?.Contract.Alert ?? "")));

    [Fact]
    public void Without_amendments_the_promises_are_the_strategys() =>
        ScenarioCatalogue.Under(Systems.Stock, ScenarioCatalogue.All).Should().Equal(ScenarioCatalogue.All);
}
