using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads a rule file. A duration that Prometheus would refuse is left for promtool to name, so that the other files can still be validated.</summary>
internal static class RuleReader
{
    /// <summary>Kind of the Kubernetes object that holds rule groups.</summary>
    public const string CustomResource = "PrometheusRule";

    /// <summary>Reads a rule file of a configuration that is run: of two alerts with one name and the same labels, nobody could tell which one fired, so they are refused.</summary>
    public static RuleFile Read(ConfigurationFile file)
    {
        var read = Read(YamlFile.Parse(file));
        foreach (var group in read.Groups)
        {
            RefuseDuplicates(group.Name, group.Rules);
        }

        return read;
    }

    /// <summary>Reads any rule file that Prometheus would.</summary>
    public static RuleFile Read(YamlFile yaml)
    {
        var root = yaml.RootMap();
        return new RuleFile { File = yaml.File, Groups = ReadGroups(root), Extra = root.Fields("groups") };
    }

    /// <summary>Reads the rule groups of a file's <c>PrometheusRule</c> objects, of all of its documents and lists; other objects are left aside.</summary>
    public static RuleFile ReadCustomResources(IReadOnlyList<YamlFile> documents) => new()
    {
        File = documents[0].File,
        IsCustomResource = true,
        Groups = [.. documents.SelectMany(d => CustomResources(d.RootMap())).SelectMany(o => o.Map("spec") is { } spec ? ReadGroups(spec) : [])],
    };

    /// <summary>The <c>PrometheusRule</c> objects in a Kubernetes object: itself, or those that it lists.</summary>
    public static IEnumerable<YamlMap> CustomResources(YamlMap root) => root.TextIfAny("kind") switch
    {
        CustomResource => [root],
        "List" or CustomResource + "List" => root.Maps("items").Where(i => i.TextIfAny("kind") == CustomResource),
        _ => [],
    };

    private static ImmutableArray<RuleGroup> ReadGroups(YamlMap root) => [.. root.Maps("groups").Select(ReadGroup)];

    private static RuleGroup ReadGroup(YamlMap group)
    {
        var rules = group.Maps("rules").ToList();
        var name = group.RequiredText("name", "a rule group");
        var alerting = rules.Index().Where(r => r.Item.Text("record") is null).Select(r => ReadAlertingRule(r.Item, r.Index)).ToImmutableArray();
        return new RuleGroup(
            name,
            group.DurationIfReadable("interval"),
            alerting,
            [.. rules.Index().Where(r => r.Item.Text("record") is not null).Select(r => ReadRecordingRule(r.Item, r.Index))],
            group.Position)
        {
            NamePosition = group.PositionOfValue("name"),
            IntervalText = group.Located("interval"),
            QueryOffset = group.DurationIfReadable("query_offset"),
            QueryOffsetText = group.Located("query_offset"),
            Limit = group.Located("limit"),
            Labels = group.Entries("labels"),
            Extra = group.Fields("name", "interval", "query_offset", "limit", "labels", "rules"),
        };
    }

    private static AlertingRule ReadAlertingRule(YamlMap rule, int index) => new(
        rule.RequiredText("alert", "a rule without 'record'"),
        rule.Text("expr") ?? "",
        rule.PositionOfValue("expr"),
        rule.DurationIfReadable("for") ?? TimeSpan.Zero,
        rule.DurationIfReadable("keep_firing_for") ?? TimeSpan.Zero,
        rule.TextMap("labels"),
        rule.TextMap("annotations"),
        rule.Position)
    {
        NamePosition = rule.PositionOfValue("alert"),
        ExprText = rule.Located("expr"),
        ForText = rule.Located("for"),
        KeepFiringForText = rule.Located("keep_firing_for"),
        LabelEntries = rule.Entries("labels"),
        AnnotationEntries = rule.Entries("annotations"),
        Index = index,
        Extra = rule.Fields("alert", "expr", "for", "keep_firing_for", "labels", "annotations"),
    };

    private static RecordingRule ReadRecordingRule(YamlMap rule, int index) => new(
        rule.RequiredText("record", "a recording rule"),
        rule.Text("expr") ?? "",
        rule.PositionOfValue("expr"),
        rule.TextMap("labels"),
        rule.Position)
    {
        NamePosition = rule.PositionOfValue("record"),
        ExprText = rule.Located("expr"),
        LabelEntries = rule.Entries("labels"),
        Index = index,
        Extra = rule.Fields("record", "expr", "labels"),
    };

    // Prometheus tells alerts apart by name and labels: one name under two severities is two alerts.
    private static void RefuseDuplicates(string group, ImmutableArray<AlertingRule> rules)
    {
        var seen = new Dictionary<string, SourcePosition>();
        foreach (var rule in rules)
        {
            var identity = rule.Name + "\0" + string.Join('\0', rule.Labels.Select(l => $"{l.Key}={l.Value}"));
            if (!seen.TryAdd(identity, rule.Position))
            {
                throw new ConfigurationException(
                    rule.Position,
                    $"group '{group}' has the alert '{rule.Name}' with the same labels already on line {seen[identity].Line}; rename or remove one");
            }
        }
    }
}
