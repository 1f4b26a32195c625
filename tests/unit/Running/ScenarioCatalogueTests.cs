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
    public void Without_amendments_the_promises_are_the_strategys() =>
        ScenarioCatalogue.Under(Systems.Stock, ScenarioCatalogue.All).Should().Equal(ScenarioCatalogue.All);
}
