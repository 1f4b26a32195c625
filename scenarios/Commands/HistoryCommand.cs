using System.CommandLine;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.History;
using NovaCron.Validation.Assertions.Trends;
using NovaCron.Validation.Scenarios.Display;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>history</c>: what past runs show together.</summary>
internal static class HistoryCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string root)
    {
        var results = PastRuns.Option();
        var alerts = new Option<string[]>("--alert") { Description = "Only these alerts.", AllowMultipleArgumentsPerToken = true, HelpName = "NAME" };
        var configuration = new Option<string?>("--config") { Description = "Only runs of this configuration, as their results name it.", HelpName = "NAME" };
        var command = new Command(
            "history",
            """
            Shows how alerts did over time: how long each took to fire and to be told, whose verdict changes, and since when each defect is there.

            Reads run.json of past result folders and starts nothing.

            Examples:
              ./validate history
              ./validate history --config documented --alert ServiceDown
            """)
        {
            configuration, alerts, results,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(
            () => ShowAsync(root, parsed.GetValue(results), parsed.GetValue(configuration), parsed.GetValue(alerts) ?? [], cancellationToken)));
        return command;
    }

    private static async Task<int> ShowAsync(string root, string? folder, string? configuration, string[] alerts, CancellationToken cancellationToken)
    {
        var history = await PastRuns.ReadAsync(root, folder, cancellationToken);
        var runs = history.Runs.Where(r => configuration is null || r.Configuration == configuration).Select(r => r with { Alerts = [.. r.Alerts.Where(a => IsAsked(a, alerts))] }).ToList();
        if (alerts.Length > 0)
        {
            RefuseUnknown(alerts, history);
            // What is no alert is not asked for, and a run without the alert has nothing to tell of it.
            runs = [.. runs.Where(r => !r.Alerts.IsEmpty).Select(r => r with { Surfaces = [] })];
        }

        if (runs.Count == 0)
        {
            await Console.Error.WriteLineAsync($"validate: no past run {(configuration is null ? "" : $"of configuration {configuration} ")}is in {folder ?? Path.Combine(root, "results")}; ./validate run makes one");
            return 0;
        }

        TrendTable.Write(Terminal.Output(), Trend.Of(runs));
        return 0;
    }

    private static bool IsAsked(AlertEntry alert, string[] names) => names.Length == 0 || names.Contains(alert.Alert, StringComparer.OrdinalIgnoreCase);

    private static void RefuseUnknown(IEnumerable<string> alerts, RunHistory history)
    {
        var known = ScenarioCatalogue.All.Select(s => s.Contract.Alert).Union(history.Runs.SelectMany(r => r.Alerts).Select(a => a.Alert)).ToList();
        if (alerts.FirstOrDefault(a => !known.Contains(a, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new UsageException($"no run and no scenario knows an alert {unknown}; did you mean {string.Join(" or ", NearestNames.Of(unknown, known))}?");
        }
    }
}
