using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads a folder's files and tells what each is.</summary>
/// <param name="directory">The folder.</param>
internal sealed class ConfigurationFolderReader(string directory)
{
    // What belongs together lies together: a home folder or a disk is no configuration.
    private const int MostFiles = 5000;
    private const int MostEntries = 100_000;
    private const int MostNested = 8;

    private static readonly string[] Yaml = [".yml", ".yaml", ".rules"];
    private static readonly string[] Templates = [".tmpl", ".tpl", ".gotmpl", ".gotpl", ".template"];

    private readonly List<ConfigurationException> _unreadable = [];
    private readonly List<RuleFile> _rules = [];
    private PrometheusFile? _prometheus;
    private AlertmanagerFile? _alertmanager;
    private PromtailFile? _promtail;

    public ConfigurationFolder Read()
    {
        var names = Names();
        foreach (var name in names.Where(n => Yaml.Contains(Path.GetExtension(n))))
        {
            Try(() => Read(name));
        }

        var templates = new List<ConfigurationFile>();
        foreach (var name in names.Where(n => Templates.Contains(Path.GetExtension(n)) && _alertmanager?.Templates.Any(t => RuleFilePaths.Names(t.Value, n)) == true))
        {
            Try(() => templates.Add(ConfigurationFile.Read(directory, name)));
        }

        if (_prometheus is null && _alertmanager is null && _promtail is null && _rules.Count == 0 && _unreadable.Count == 0)
        {
            throw new ConfigurationException($"{directory}: none of its {names.Count} YAML files is a configuration of Prometheus or Alertmanager; name a folder with prometheus.yml, rule files or alertmanager.yml");
        }

        var patterns = _prometheus?.RuleFilePatterns ?? [];
        return new ConfigurationFolder
        {
            Directory = directory,
            Prometheus = _prometheus,
            Alertmanager = _alertmanager,
            Promtail = _promtail,
            TemplateFiles = [.. templates],
            RuleFiles = [.. _rules],
            UnnamedRuleFiles = _prometheus is null ? [] : [.. _rules.Where(r => !r.IsCustomResource).Select(r => r.Path).Where(r => !patterns.Any(p => RuleFilePaths.Names(p.Pattern, r)))],
            EmptyPatterns = [.. patterns.Where(p => !names.Any(n => RuleFilePaths.Names(p.Pattern, n)))],
            Unreadable = [.. _unreadable],
        };
    }

    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (ConfigurationException e)
        {
            _unreadable.Add(e);
        }
    }

    private List<string> Names()
    {
        if (!Directory.Exists(directory))
        {
            throw new ConfigurationException($"{directory}: there is no such folder; name one with prometheus.yml, rule files or alertmanager.yml");
        }

        try
        {
            var names = Files()
                .Where(f => Yaml.Contains(Path.GetExtension(f)) || Templates.Contains(Path.GetExtension(f)))
                .Select(f => Path.GetRelativePath(directory, f).Replace(Path.DirectorySeparatorChar, '/'))
                .Take(MostFiles + 1).Order(StringComparer.Ordinal).ToList();
            return names.Count <= MostFiles ? names : throw new ConfigurationException($"{directory}: it holds more than {MostFiles} YAML files; name the folder of one configuration");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{directory}: the folder cannot be listed: {e.Message}", e);
        }
    }

    // Links to folders are followed, as where a configuration is mounted, but for those that lead back to where they stand.
    private IEnumerable<string> Files()
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        var open = new Queue<(DirectoryInfo Folder, int Level)>([(new DirectoryInfo(directory), 0)]);
        var seen = 0;
        while (open.TryDequeue(out var next))
        {
            foreach (var entry in next.Folder.EnumerateFileSystemInfos("*", options))
            {
                if (++seen > MostEntries)
                {
                    throw new ConfigurationException($"{directory}: it holds more than {MostEntries} files and folders; name the folder of one configuration");
                }

                if (entry is not DirectoryInfo inner)
                {
                    yield return entry.FullName;
                }
                else if (next.Level < MostNested && !LeadsBack(inner))
                {
                    open.Enqueue((inner, next.Level + 1));
                }
            }
        }
    }

    private static bool LeadsBack(DirectoryInfo folder)
    {
        var target = folder.LinkTarget is null ? null : folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        return target is not null && (folder.FullName + "/").StartsWith(target.TrimEnd('/') + "/", StringComparison.Ordinal);
    }

    private void Read(string name)
    {
        var kind = Path.GetFileNameWithoutExtension(name);
        var file = ConfigurationFile.Read(directory, name);
        var documents = YamlFile.ParseAll(file, mayMerge: true);
        var roots = documents.Where(d => d.Root is YamlDotNet.RepresentationModel.YamlMappingNode).Select(d => d.RootMap()).ToList();
        if (roots.Any(r => RuleReader.CustomResources(r).Any()))
        {
            _rules.Add(RuleReader.ReadCustomResources([.. documents.Where(d => d.Root is YamlDotNet.RepresentationModel.YamlMappingNode)]));
        }
        else if (roots.Any(r => r.Has("route")) || kind == "alertmanager")
        {
            _alertmanager = AlertmanagerReader.Read(Only(file, documents, _alertmanager?.File));
        }
        else if (roots.Any(r => r.Has("scrape_configs") && (r.Has("clients") || r.Has("positions"))))
        {
            _promtail = PromtailReader.Read(Only(file, documents, _promtail?.File));
        }
        else if (roots.Any(r => r.Has("scrape_configs") || r.Has("rule_files") || r.Has("alerting")) && !name.Contains("promtail", StringComparison.Ordinal) || kind == "prometheus")
        {
            _prometheus = PrometheusReader.Read(Only(file, documents, _prometheus?.File));
        }
        else if (roots.Any(r => r.Has("groups")))
        {
            _rules.Add(RuleReader.Read(YamlFile.Only(file, documents, mayMerge: true)));
        }
    }

    private static YamlFile Only(ConfigurationFile file, IReadOnlyList<YamlFile> documents, ConfigurationFile? other) => other is null
        ? YamlFile.Only(file, documents, mayMerge: true)
        : throw new ConfigurationException(new SourcePosition(file.Name, 1, 1), $"this is a file of the same kind as {other.Name}, and a configuration has one; name the folder of one configuration");
}
