using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>Where the files are from which an alert is proved.</summary>
internal static class FileSection
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

    // A fault's file has its name in quotes.
    private static IEnumerable<string> FaultFiles(ExplainedAlert alert)
    {
        var folder = Path.Combine(alert.Root, "fault-injectors");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => File.ReadAllText(f).Contains($"\"{alert.Scenario.FaultName}\"", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            : [];
    }
}
