using NovaCron.Validation.Assertions.Routing;

namespace NovaCron.Validation.Tests.Stack.Routing;

/// <summary>Our inhibitions against a real Alertmanager's, over random rules and alerts.</summary>
[Collection(AlertmanagerTests.Name)]
public sealed class InhibitionTests(AlertmanagerFixture alertmanager)
{
    private const int RuleSets = 40;

    [Fact]
    public async Task Random_rules_inhibit_as_in_Alertmanager()
    {
        var alerts = Enumerable.Range(0, 25).Select(seed => new RandomAlerts(seed).Labels().SetItem("id", $"i{seed}")).ToList();
        await Alerts.PostAsync(alertmanager.Http, alerts);
        var inhibited = 0;
        foreach (var seed in Enumerable.Range(0, RuleSets))
        {
            var configuration = new RandomAlerts(seed).Inhibitions();
            var inhibition = new Inhibition(RouteTreeTests.Read(configuration).InhibitRules);

            await alertmanager.ReloadAsync(configuration);

            // Other tests' alerts may be there too, and inhibit.
            var ours = (await Alerts.AllAsync(alertmanager.Http)).Select(a => a.Labels).ToList();
            var expected = ours.Select(a => $"{Alerts.Text(a)} <- {string.Join("; ", inhibition.Inhibiting(a, ours).Select(i => Alerts.Text(i.Source)).Distinct().Order(StringComparer.Ordinal))}").ToList();
            inhibited += expected.Count(e => !e.EndsWith("<- ", StringComparison.Ordinal));
            await Eventually.AgreesAsync(async () => await Alerts.InhibitedAsync(alertmanager.Http), expected.Order(StringComparer.Ordinal), configuration);
        }

        inhibited.Should().BeGreaterThan(RuleSets, "the rules inhibit something");
    }
}
