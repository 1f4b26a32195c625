using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A configuration under test: what Prometheus, Alertmanager and the systems around them are told, and the ledger of its known defects.</summary>
public sealed record MonitoringConfiguration
{
    /// <summary>The folder, as it was named.</summary>
    public required string Directory { get; init; }

    /// <summary><c>prometheus.yml</c>.</summary>
    public required PrometheusFile Prometheus { get; init; }

    /// <summary><c>rules/*.yml</c> and <c>rules/*.yaml</c>, by name.</summary>
    public required ImmutableArray<RuleFile> RuleFiles { get; init; }

    /// <summary><c>alertmanager.yml</c>.</summary>
    public required AlertmanagerFile Alertmanager { get; init; }

    /// <summary><c>promtail.yml</c>; null where the file is missing.</summary>
    public PromtailFile? Promtail { get; init; }

    /// <summary><c>systems.yaml</c>; stock systems where the file is missing.</summary>
    public required Systems Systems { get; init; }

    /// <summary><c>known-defects.yaml</c>; an empty ledger where the file is missing.</summary>
    public required KnownDefects KnownDefects { get; init; }

    /// <summary>Every alerting rule of every file and group.</summary>
    public IEnumerable<AlertingRule> Alerts => RuleFiles.SelectMany(f => f.Groups).SelectMany(g => g.Rules);

    /// <summary>Reads a configuration. Whether Prometheus and Alertmanager would accept it is for their own tools to say.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="ConfigurationException">The folder or a file is missing, or a file cannot be read: broken YAML, or of another shape.</exception>
    public static MonitoringConfiguration Load(string directory)
    {
        if (!System.IO.Directory.Exists(directory))
        {
            throw new ConfigurationException($"{directory}: there is no such folder; name documented, corrected or a folder with prometheus.yml, rules/*.yml and alertmanager.yml");
        }

        return new MonitoringConfiguration
        {
            Directory = directory,
            Prometheus = PrometheusReader.Read(ConfigurationFile.Read(directory, "prometheus.yml")),
            RuleFiles = [.. RuleFileNames(directory).Select(name => RuleReader.Read(ConfigurationFile.Read(directory, name)))],
            Alertmanager = AlertmanagerReader.Read(ConfigurationFile.Read(directory, "alertmanager.yml")),
            Promtail = Exists(directory, PromtailFile.FileName) ? PromtailReader.Read(ConfigurationFile.Read(directory, PromtailFile.FileName)) : null,
            Systems = Systems.Load(directory),
            KnownDefects = Exists(directory, KnownDefects.FileName) ? KnownDefects.Load(Path.Combine(directory, KnownDefects.FileName)) : KnownDefects.None,
        };
    }

    private static bool Exists(string directory, string name) => File.Exists(Path.Combine(directory, name));

    private static List<string> RuleFileNames(string directory)
    {
        var rules = Path.Combine(directory, "rules");
        var names = System.IO.Directory.Exists(rules)
            ? System.IO.Directory.EnumerateFiles(rules)
                .Where(f => Path.GetExtension(f) is ".yml" or ".yaml")
                .Select(f => "rules/" + Path.GetFileName(f))
                .Order(StringComparer.Ordinal)
                .ToList()
            : [];
        return names.Count > 0
            ? names
            : throw new ConfigurationException($"{rules}: there is no rule file (*.yml or *.yaml), so there is nothing to validate; put the rule files there");
    }
}
