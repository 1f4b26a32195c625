using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads a rule file. A duration that Prometheus would refuse is left for promtool to name, so that the other files can still be validated.</summary>
internal static class RuleReader
{
    public static RuleFile Read(ConfigurationFile file)
    {
        var root = YamlFile.Parse(file).RootMap();
        return new RuleFile { File = file, Groups = [.. root.Maps("groups").Select(ReadGroup)] };
    }

    private static RuleGroup ReadGroup(YamlMap group)
    {
        var rules = group.Maps("rules").ToList();
        var name = group.RequiredText("name", "a rule group");
        var alerting = rules.Where(r => r.Text("record") is null).Select(ReadAlertingRule).ToImmutableArray();
        RefuseDuplicates(name, alerting);
        return new RuleGroup(
            name,
            group.DurationIfReadable("interval"),
            alerting,
            [.. rules.Where(r => r.Text("record") is not null).Select(ReadRecordingRule)],
            group.Position);
    }

    private static AlertingRule ReadAlertingRule(YamlMap rule) => new(
        rule.RequiredText("alert", "a rule without 'record'"),
        rule.Text("expr") ?? "",
        rule.PositionOfValue("expr"),
        rule.DurationIfReadable("for") ?? TimeSpan.Zero,
        rule.DurationIfReadable("keep_firing_for") ?? TimeSpan.Zero,
        rule.TextMap("labels"),
        rule.TextMap("annotations"),
        rule.Position);

    private static RecordingRule ReadRecordingRule(YamlMap rule) => new(
        rule.RequiredText("record", "a recording rule"),
        rule.Text("expr") ?? "",
        rule.PositionOfValue("expr"),
        rule.TextMap("labels"),
        rule.Position);

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
