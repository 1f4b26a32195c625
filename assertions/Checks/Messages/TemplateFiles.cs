using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Templates;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Messages;

/// <summary>What a configuration's template files define.</summary>
internal sealed class TemplateFiles
{
    private readonly Dictionary<string, DefinedTemplate> _defined = [];
    private readonly List<(TemplateSource Source, string File, TemplateException Refusal)> _refused = [];

    private TemplateFiles(ConfigurationFolder folder)
    {
        AreAllKnown = folder.Alertmanager is { } file && file.Templates.All(t => folder.TemplateFiles.Any(f => RuleFilePaths.Names(t.Value, f.Name)));
        foreach (var template in folder.TemplateFiles)
        {
            AreAllKnown &= Read(template);
        }
    }

    /// <summary>Whether all files that <c>templates</c> names are there and could be read, so that a name that is not defined is none.</summary>
    public bool AreAllKnown { get; }

    /// <summary>The files that Alertmanager refuses.</summary>
    public IReadOnlyList<(TemplateSource Source, string File, TemplateException Refusal)> Refused => _refused;

    /// <summary>Every template that they define.</summary>
    public IEnumerable<DefinedTemplate> All => _defined.Values;

    /// <summary>Reads them.</summary>
    public static TemplateFiles Of(CheckSubject subject) => new(subject.Folder);

    /// <summary>A template of a name; null where they define none.</summary>
    public DefinedTemplate? Find(string name) => _defined.GetValueOrDefault(name);

    /// <summary>Whether Alertmanager itself defines a name. Source: its <c>template/default.tmpl</c> and <c>email.tmpl</c>, which name by kind of integration.</summary>
    public static bool IsBuiltIn(string name) => name.StartsWith("__", StringComparison.Ordinal) || name.Split('.') is [_, "default", _];

    private bool Read(ConfigurationFile file)
    {
        var source = TemplateSource.Of(file);
        try
        {
            var parsed = ParsedTemplate.OfMessage(file.Text);
            // Go gives what stands outside of definitions the file's own name. Of a name that several define, the last counts.
            _defined[file.Name.Split('/')[^1]] = new DefinedTemplate(parsed.Root, source);
            foreach (var (name, nodes) in parsed.Definitions)
            {
                _defined[name] = new DefinedTemplate(nodes, source);
            }

            return true;
        }
        catch (TemplateException e)
        {
            if (!e.IsTooDeep)
            {
                _refused.Add((source, file.Name, e));
            }

            return false;
        }
    }
}
