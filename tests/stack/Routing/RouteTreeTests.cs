using System.Text;
using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Stack.Routing;

/// <summary>Our routes against amtool's and Alertmanager's own, over random trees.</summary>
[Collection(AlertmanagerTests.Name)]
public sealed class RouteTreeTests(AlertmanagerFixture alertmanager)
{
    private const int Trees = 300;
    private const int LabelSets = 4;

    [Fact]
    public async Task Random_labels_take_the_way_through_random_trees_that_amtool_shows()
    {
        var questions = Enumerable.Range(0, Trees).SelectMany(seed =>
        {
            var random = new RandomAlerts(seed);
            var configuration = random.Routes();
            return Enumerable.Range(0, LabelSets).Select(_ => (configuration, (IReadOnlyDictionary<string, string>)random.Labels()));
        }).ToList();

        var theirs = await alertmanager.RoutesAsync(questions);

        theirs.Where(t => t is not null and not "r0").Should().HaveCountGreaterThan(questions.Count / 3, "the trees lead somewhere");
        for (var i = 0; i < questions.Count; i++)
        {
            Ours(questions[i].configuration, questions[i].Item2).Should().Be(theirs[i], "of {0} in\n{1}", string.Join(' ', questions[i].Item2), questions[i].configuration);
        }
    }

    [Fact]
    public async Task Random_expressions_match_and_are_refused_as_by_Alertmanager()
    {
        const string alphabet = "aab|()*+?[]^$\\{}1,-:.PdwbQEisz<> ";
        var random = new RandomAlerts(1);
        var questions = Enumerable.Range(0, 500).Select(i =>
        {
            var pattern = string.Concat(Enumerable.Range(0, 1 + (i % 9)).Select(_ => random.Pick(alphabet.ToCharArray())));
            var configuration = $"route:\n  receiver: r0\n  routes:\n  - receiver: r1\n    match_re: {{x: '{pattern}'}}\nreceivers: [{{name: r0}}, {{name: r1}}]\n";
            return (configuration, (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["x"] = random.Pick(["a", "b", "aa", "ab", "1", "a b", "d"]) });
        }).ToList();

        var theirs = await alertmanager.RoutesAsync(questions);

        theirs.Should().Contain("r0").And.Contain("r1").And.Contain((string?)null);
        for (var i = 0; i < questions.Count; i++)
        {
            Ours(questions[i].configuration, questions[i].Item2).Should().Be(theirs[i], "of {0} in\n{1}", string.Join(' ', questions[i].Item2), questions[i].configuration);
        }
    }

    [Fact]
    public async Task Alerts_are_grouped_as_Alertmanager_groups_them()
    {
        var alerts = Enumerable.Range(0, 20).Select(seed => new RandomAlerts(seed).Labels().SetItem("alertname", $"a{seed % 7}")).ToList();
        await Alerts.PostAsync(alertmanager.Http, alerts);
        foreach (var seed in Enumerable.Range(1000, 15))
        {
            var configuration = new RandomAlerts(seed).Routes();
            var tree = new RouteTree(Read(configuration));
            var ours = alerts.SelectMany(a => tree.Match(a).Select(r => $"{r.Receiver} {Alerts.Text(r.GroupLabels)}: {Alerts.Text(a)}")).Distinct();

            await alertmanager.ReloadAsync(configuration);

            await Eventually.AgreesAsync(() => Alerts.GroupsAsync(alertmanager.Http, alerts), ours, configuration);
        }
    }

    private static string? Ours(string configuration, IReadOnlyDictionary<string, string> labels)
    {
        try
        {
            return string.Join(',', new RouteTree(Read(configuration)).Match(labels).Select(r => r.Receiver));
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    internal static AlertmanagerFile Read(string configuration) =>
        AlertmanagerReader.Read(ConfigurationFile.Of("alertmanager.yml", Encoding.UTF8.GetBytes(configuration)));
}
