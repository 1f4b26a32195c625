using System.CommandLine;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Trends;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios.BlindSpots;
using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Explanation;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>explain</c>: all that can be told of an alert, a check, a stage, a blind spot or a ledger entry.</summary>
internal static class ExplainCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string root)
    {
        var name = new Argument<string>("name") { Description = "An alert, a check (family/name), a stage, a blind spot, or an entry of the configuration's ledger.", HelpName = "NAME" };
        var configuration = new Option<string>("--config") { Description = "The configuration whose rule, routes and ledger are shown.", DefaultValueFactory = _ => "documented", HelpName = "NAME|DIR" };
        var scale = new Option<string>("--time-scale") { Description = "N that allowed times and phases are shown for.", DefaultValueFactory = _ => "25", HelpName = "N" };
        var results = PastRuns.Option();
        var command = new Command(
            "explain",
            """
            Tells all about an alert: what is promised and where each number comes from, how it is put to the proof, its rule, its route, its known
            defects and their mend, and what past runs found. Starts nothing.

            Examples:
              ./validate explain ServiceDown
              ./validate explain DatabaseSlowQueries --config corrected
              ./validate explain route/unreachable
              ./validate explain resolution-delivered
            """)
        {
            name, configuration, scale, results,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(() => ExplainAsync(
            root, parsed.GetValue(name)!, parsed.GetValue(configuration)!, parsed.GetValue(scale)!, parsed.GetValue(results), Terminal.Output(), cancellationToken)));
        return command;
    }

    internal static async Task<int> ExplainAsync(
        string root, string name, string configuration, string scale, string? results, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if (ScenarioCatalogue.All.FirstOrDefault(s => string.Equals(s.Contract.Alert, name, StringComparison.OrdinalIgnoreCase)) is { } scenario)
        {
            var history = await PastRuns.ReadAsync(root, results, cancellationToken);
            AlertPage.Write(console, Load(root, scenario, configuration, scale, history));
        }
        else if (CheckPage.PathOf(name) is { } page)
        {
            new MarkdownPage(console).Write(await File.ReadAllTextAsync(Path.Combine(root, page), cancellationToken));
        }
        else if (StagePage.Stages.Contains(name))
        {
            StagePage.Write(console, name);
        }
        else if (BlindSpotCatalogue.All.FirstOrDefault(s => s.Promise.Spot == name) is { } spot)
        {
            SpotPage.Write(console, spot.Promise);
        }
        else
        {
            Ledger(console, root, name, configuration);
        }

        return 0;
    }

    private static ExplainedAlert Load(string root, AlertScenario scenario, string name, string scale, RunHistory history)
    {
        var configuration = MonitoringConfiguration.Load(ConfigurationChoice.FolderOf(root, name));
        var last = history.Runs.LastOrDefault(r => r.Load.Any(l => IsOf(scenario, l)));
        return new ExplainedAlert
        {
            Root = root,
            Documented = scenario,
            Scenario = ScenarioCatalogue.Under(configuration.Systems, [scenario])[0],
            Strategy = MonitoringConfiguration.Load(ConfigurationChoice.FolderOf(root, "documented")),
            Configuration = configuration,
            ConfigurationName = name,
            Scale = RunOptions.ParseScale(scale),
            Past = Trend.Of(history.Runs),
            PastLoad = [.. (last?.Load ?? []).Where(l => IsOf(scenario, l)).Select(l => FormattableString.Invariant($"{l.AskedPerSecond:0.#}/s to {l.Target[(scenario.CellName.Length + 1)..]}"))],
        };
    }

    private static bool IsOf(AlertScenario scenario, LoadEntry load) => load is { Target: not null } && load.Target.StartsWith($"{scenario.CellName}/", StringComparison.Ordinal);

    private static void Ledger(IAnsiConsole console, string root, string name, string configuration)
    {
        var entries = CheckedConfiguration.Ledger(ConfigurationChoice.FolderOf(root, configuration));
        if (entries.FirstOrDefault(e => e.Id == name) is { } entry)
        {
            var sheet = new Sheet(console);
            sheet.Title($"{entry.Id}: an entry of {configuration}/{KnownDefects.FileName}");
            DefectSection.Write(sheet, entry);
            return;
        }

        string[] known = [.. ScenarioCatalogue.All.Select(s => s.Contract.Alert), .. CheckPage.Known, .. StagePage.Stages, .. BlindSpotCatalogue.All.Select(s => s.Promise.Spot), .. entries.Select(e => e.Id).Distinct()];
        throw new UsageException($"there is nothing by the name {SafeText.OneLine(name)} to explain; did you mean {string.Join(" or ", NearestNames.Of(name, known))}? (./validate list shows the alerts)");
    }
}
