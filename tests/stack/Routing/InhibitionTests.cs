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

            // Other tests' alerts may be there too, and inhibit. Alertmanager names one of those that inhibit an alert, whichever it finds first.
            var all = (await Alerts.AllAsync(alertmanager.Http)).Select(a => a.Labels).ToList();
            var ours = all.ToDictionary(Alerts.Text, a => inhibition.Inhibiting(a, all).Select(i => Alerts.Text(i.Source)).ToHashSet());
            inhibited += ours.Values.Count(by => by.Count > 0);
            await Eventually.AgreesAsync(
                async () => (await Alerts.InhibitedAsync(alertmanager.Http)).Select(a => $"{a.Alert} is {(a.By.Count == 0 ? "free" : a.By.All(ours[a.Alert].Contains) ? "inhibited" : "inhibited by " + string.Join("; ", a.By))}"),
                ours.Select(o => $"{o.Key} is {(o.Value.Count == 0 ? "free" : "inhibited")}"),
                configuration);
        }

        inhibited.Should().BeGreaterThan(RuleSets, "the rules inhibit something");
    }
}
