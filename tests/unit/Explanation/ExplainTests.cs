using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Trends;
using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.BlindSpots;
using NovaCron.Validation.Scenarios.Commands;
using NovaCron.Validation.Scenarios.Explanation;
using NovaCron.Validation.Tests.Unit.Reports;
using NovaCron.Validation.Tests.Unit.Trends;

namespace NovaCron.Validation.Tests.Unit.Explanation;

public sealed class ExplainTests : IDisposable
{
    private readonly string _root = ProjectRoot.Find();
    private readonly DirectoryInfo _none = Directory.CreateTempSubdirectory("novacron-validation-results-");

    public static TheoryData<string> Alerts => new(ScenarioCatalogue.All.Select(s => s.Contract.Alert));

    public void Dispose() => _none.Delete(recursive: true);

    [Theory]
    [InlineData("ServiceDown", "documented", 80)]
    [InlineData("PodRestartingFrequently", "corrected", 40)]
    [InlineData("DatabaseDeadlocks", "documented", 160)]
    public void The_page_of_an_alert_is_the_golden_one(string alert, string configuration, int width) =>
        Golden.Compare(Page(Explained(alert, configuration), width), $"{alert}-{configuration}-{width}.txt");

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Every_alert_can_be_explained_in_both_configurations_at_any_width(string alert)
    {
        foreach (var width in new[] { 40, 80, 160 })
        {
            Page(Explained(alert, "documented"), width).Should().Contain("Promise").And.Contain("Past runs");
            Page(Explained(alert, "corrected"), width).Split('\n').Should().OnlyContain(l => l.Length <= width);
        }
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void The_files_that_are_named_are_there(string alert)
    {
        var files = FileSection.Files(Explained(alert, "corrected")).ToList();

        files.Select(f => f.What).Should().Contain("scenario").And.Contain("fault").And.Contain("rule").And.Contain("routes");
        files.Should().OnlyContain(f => File.Exists(f.Path));
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Every_number_of_the_promise_has_a_source_in_the_strategys_files(string alert)
    {
        var promise = Page(Explained(alert, "documented"), 160).Split("Times allowed")[0];

        promise.Should().NotContain("the strategy's document").And.NotContain("its contract").And.NotContain("default)");
    }

    [Fact]
    public void An_amended_promise_says_what_the_strategy_says()
    {
        var amended = Page(Explained("PodRestartingFrequently", "corrected"), 160);

        amended.Should().Contain("amended by pod-restart-threshold-is-out-of-reach; the strategy says above 0.1 (restarts per second)");
        Page(Explained("PodRestartingFrequently", "documented"), 160).Should().NotContain("amended");
    }

    [Fact]
    public void Where_a_configuration_has_no_rule_that_is_said()
    {
        var alert = Explained("ServiceDown", "documented");

        Page(alert with { Configuration = alert.Configuration with { RuleFiles = [] } }, 80).Should().Contain("documented has no rule for ServiceDown").And.NotContain("route > routes");
    }

    [Fact]
    public void Hostile_text_of_a_configuration_is_shown_harmlessly()
    {
        var alert = Explained("ServiceDown", "documented");
        var file = alert.Configuration.RuleFiles.First(f => f.Groups.Any(g => g.Rules.Any(r => r.Name == "ServiceDown")));
        var hostile = file with { File = ConfigurationFile.Of(file.Path, file.Text.Replace("NovaCron API service is down", "\u001b[2J[red]\u202e", StringComparison.Ordinal)) };

        var text = Page(alert with { ConfigurationName = "[bold]\u0007", Configuration = alert.Configuration with { RuleFiles = [hostile] } }, 80);

        text.Should().NotContain("\u001b").And.NotContain("\u202e").And.NotContain("\u0007").And.Contain("<U+001B>[2J[red]<U+202E>").And.Contain("[bold]<U+0007>");
    }

    [Fact]
    public async Task A_misspelt_name_is_answered_with_the_nearest_ones()
    {
        (await FluentActions.Awaiting(() => ExplainAsync("ServiceDwn")).Should().ThrowAsync<UsageException>()).WithMessage("*ServiceDwn*did you mean ServiceDown or *");
        (await FluentActions.Awaiting(() => ExplainAsync("rout/unreachable")).Should().ThrowAsync<UsageException>()).WithMessage("*did you mean route/unreachable or *");
    }

    [Fact]
    public async Task Alerts_are_found_whatever_their_case() => (await ExplainAsync("servicedown")).Should().StartWith("ServiceDown: critical, api");

    [Fact]
    public async Task Every_check_and_stage_and_blind_spot_and_ledger_entry_has_its_page()
    {
        foreach (var check in CheckCatalogue.All)
        {
            (await ExplainAsync(check.Name)).Should().StartWith($"{check.Name}\n");
        }

        foreach (var stage in StagePage.Stages)
        {
            (await ExplainAsync(stage)).Should().StartWith($"{stage}: one of the stages");
        }

        foreach (var spot in BlindSpotCatalogue.All)
        {
            (await ExplainAsync(spot.Promise.Spot)).Should().StartWith($"{spot.Promise.Spot}: a blind spot");
        }

        (await ExplainAsync("pagerduty-no-severity")).Should().Contain("Use routing_key");
        (await ExplainAsync("behaviour/never-fires")).Should().StartWith("Simulated behaviour\n");
    }

    [Fact]
    public void Of_an_alert_that_the_strategy_does_not_have_the_source_is_its_contract()
    {
        var alert = Explained("ServiceDown", "documented");
        var own = alert with { Strategy = alert.Strategy with { RuleFiles = [] } };

        Page(own, 160).Split("Times allowed")[0].Should().Contain("(its contract)").And.Contain("documented/prometheus.yml").And.NotContain("the strategy's document");
    }

    private Task<string> ExplainAsync(string name) =>
        PlainConsole.OfAsync(80, console => ExplainCommand.ExplainAsync(_root, name, "documented", "25", _none.FullName, console, CancellationToken.None));

    private ExplainedAlert Explained(string alert, string configuration)
    {
        var scenario = ScenarioCatalogue.Select([alert])[0];
        var loaded = MonitoringConfiguration.Load(ConfigurationChoice.FolderOf(_root, configuration));
        return new ExplainedAlert
        {
            Root = _root,
            Documented = scenario,
            Scenario = ScenarioCatalogue.Under(loaded.Systems, [scenario])[0],
            Strategy = MonitoringConfiguration.Load(ConfigurationChoice.FolderOf(_root, "documented")),
            Configuration = loaded,
            ConfigurationName = configuration,
            Scale = new TimeScale(25),
            Past = Trend.Of(SampleHistory.Runs),
            PastLoad = ["10/s to novacron-api"],
        };
    }

    private static string Page(ExplainedAlert alert, int width) => PlainConsole.Of(width, console => AlertPage.Write(console, alert));
}
