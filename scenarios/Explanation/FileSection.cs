using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.FaultInjectors;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>Where the files are from which an alert is proved.</summary>
internal static partial class FileSection
{
    private const string Namespace = "NovaCron.Validation.Scenarios.";

    /// <summary>Writes it.</summary>
    public static void Write(Sheet sheet, ExplainedAlert alert)
    {
        sheet.Section("Files", "from the project's root");
        foreach (var (what, path) in Files(alert))
        {
            sheet.Row(what, Path.GetRelativePath(alert.Root, path));
        }
    }

    /// <summary>The files that are there.</summary>
    internal static IEnumerable<(string What, string Path)> Files(ExplainedAlert alert)
    {
        if (ScenarioFile(alert) is { } scenario)
        {
            yield return ("scenario", scenario);
        }

        foreach (var fault in FaultFiles(alert))
        {
            yield return ("fault", fault);
        }

        foreach (var file in alert.Configuration.RuleFiles.Where(f => f.Groups.Any(g => g.Rules.Any(r => r.Name == alert.Contract.Alert))))
        {
            yield return ("rule", Path.GetFullPath(Path.Combine(alert.Configuration.Directory, file.Path)));
        }

        yield return ("routes", Path.GetFullPath(Path.Combine(alert.Configuration.Directory, alert.Configuration.Alertmanager.File.Name)));
        var ledger = Path.GetFullPath(Path.Combine(alert.Configuration.Directory, KnownDefects.FileName));
        if (File.Exists(ledger))
        {
            yield return ("ledger", ledger);
        }
    }

    private static string? ScenarioFile(ExplainedAlert alert)
    {
        var type = alert.Scenario.GetType();
        var folder = (type.Namespace ?? "").StartsWith(Namespace, StringComparison.Ordinal) ? type.Namespace![Namespace.Length..].Replace('.', '/') : "";
        var path = Path.Combine(alert.Root, "scenarios", folder, $"{type.Name}.cs");
        return File.Exists(path) ? path : null;
    }

    // Those that the scenario's own file names, each in a file of its name.
    private static IEnumerable<string> FaultFiles(ExplainedAlert alert)
    {
        var folder = Path.Combine(alert.Root, "fault-injectors");
        if (ScenarioFile(alert) is not { } scenario || !Directory.Exists(folder))
        {
            return [];
        }

        var words = Word().Matches(File.ReadAllText(scenario)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var faults = typeof(IFault).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IFault)) && words.Contains(t.Name)).Select(t => $"{t.Name}.cs").ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => faults.Contains(Path.GetFileName(f))).Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
