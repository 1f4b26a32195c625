using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>Says where in Prometheus' container a rule file must lie for <c>rule_files</c> to match it.</summary>
public static class RuleFilePlacement
{
    /// <summary>Folder of <c>prometheus.yml</c> in the container; relative patterns start here.</summary>
    public const string PrometheusFolder = "/etc/prometheus";

    private const string RulesFolder = "rules";

    /// <summary>Where a rule file must lie.</summary>
    /// <param name="prometheus">The configuration's <c>prometheus.yml</c>.</param>
    /// <param name="fileName">Name of the file without its folder, e.g. <c>cache-alerts.yml</c>.</param>
    /// <returns>Absolute path in the container; null when no pattern matches the name, so that Prometheus would never read the file.</returns>
    public static string? PathOf(PrometheusFile prometheus, string fileName) => prometheus.RuleFilePatterns
        .Where(p => RuleFilePaths.Matches(p.Pattern[(p.Pattern.LastIndexOf('/') + 1)..], fileName))
        .Select(p => FolderOf(p.Pattern) is { } folder ? $"{folder}/{fileName}" : null)
        .FirstOrDefault(path => path is not null);

    /// <summary>Where the heartbeat's rule file must lie, under a name that a pattern matches.</summary>
    /// <exception cref="ConfigurationException">No pattern has room for one more file.</exception>
    public static string PathOfHeartbeat(PrometheusFile prometheus)
    {
        var stem = Path.GetFileNameWithoutExtension(HeartbeatRule.FileName);
        var fitted = prometheus.RuleFilePatterns
            .Select(p => p.Pattern[(p.Pattern.LastIndexOf('/') + 1)..])
            .Where(last => last.Contains('*', StringComparison.Ordinal))
            .Select(last => new Regex(Regex.Escape("*")).Replace(last, stem, 1).Replace("*", "", StringComparison.Ordinal));
        return fitted.Prepend(HeartbeatRule.FileName).Select(name => PathOf(prometheus, name)).FirstOrDefault(path => path is not null)
            ?? throw new ConfigurationException(
                prometheus.RuleFilePatterns.FirstOrDefault()?.Position ?? new SourcePosition(prometheus.File.Name, 1, 1),
                $"no pattern of 'rule_files' has room for {HeartbeatRule.FileName}; name the rule files with a wildcard, such as {PrometheusFolder}/{RulesFolder}/*.yml");
    }

    private static string? FolderOf(string pattern)
    {
        var absolute = pattern.StartsWith('/') ? pattern : $"{PrometheusFolder}/{(pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern)}";
        var folders = absolute.Split('/')[1..^1].Select(f => !HasWildcard(f) ? f : RuleFilePaths.Matches(f, RulesFolder) ? RulesFolder : null).ToList();
        return folders.Contains(null) ? null : "/" + string.Join('/', folders);
    }

    private static bool HasWildcard(string segment) => segment.AsSpan().ContainsAny("*?[");
}
