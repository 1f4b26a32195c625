using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Silences;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>Asks every check about a configuration.</summary>
/// <param name="checks">The checks.</param>
/// <param name="time">Tells the day on which silences are judged, and measures.</param>
public sealed class CheckJob(ImmutableArray<ICheck> checks, TimeProvider time)
{
    /// <summary>Checks a configuration.</summary>
    /// <param name="name">The configuration, as it was named.</param>
    /// <param name="subject">The configuration.</param>
    /// <param name="ledger">Its known defects.</param>
    /// <param name="others">What others than the checks found in it.</param>
    public CheckResult Run(string name, CheckSubject subject, IReadOnlyCollection<KnownDefect> ledger, params IEnumerable<Finding> others)
    {
        var start = time.GetTimestamp();
        var files = Files(subject.Folder);
        ImmutableArray<Finding> found = [.. checks.SelectMany(c => c.Find(subject)).Concat(others).Distinct()];
        var (left, silenced) = SilenceSet.Of(files, subject, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).Apply(found);
        var compared = CheckLedger.Compare(left, ledger)
            .OrderBy(f => f.Position.File, StringComparer.Ordinal).ThenBy(f => f.Position.Line).ThenBy(f => f.Position.Column).ThenBy(f => f.Check, StringComparer.Ordinal).ToList();
        return new CheckResult
        {
            Configuration = name,
            Findings = [.. RepeatedFindings.Fold(compared)],
            Silenced = silenced,
            Files = files,
            Wall = time.GetElapsedTime(start),
        };
    }

    private static ImmutableSortedDictionary<string, string> Files(ConfigurationFolder folder) =>
        new[] { folder.Prometheus?.File, folder.Alertmanager?.File, folder.Promtail?.File }.OfType<ConfigurationFile>().Concat(folder.RuleFiles.Select(f => f.File)).Concat(folder.TemplateFiles)
            .ToImmutableSortedDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);
}
