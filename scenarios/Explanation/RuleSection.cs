using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>The rule as it stands in the configuration, line by line.</summary>
internal static class RuleSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Sheet sheet, ExplainedAlert alert)
    {
        var found = alert.Configuration.RuleFiles.SelectMany(f => f.Groups.SelectMany(g => g.Rules.Select(r => (File: f, Group: g, Rule: r)))).Where(r => r.Rule.Name == alert.Contract.Alert).ToList();
        if (found.Count == 0)
        {
            sheet.Section("Rule");
            sheet.Text($"{alert.ConfigurationName} has no rule for {alert.Contract.Alert}: a run finds it defective at loads", "red");
        }

        foreach (var (file, group, rule) in found)
        {
            sheet.Section("Rule", FormattableString.Invariant($"{alert.ConfigurationName}/{file.Path}:{rule.Position.Line}, group {group.Name}"));
            sheet.Verbatim(LinesOf(file, rule));
        }
    }

    /// <summary>The lines of a rule: from its first to the one before the next rule or group, without what stands between them, and without common indentation.</summary>
    internal static IReadOnlyList<string> LinesOf(RuleFile file, AlertingRule rule)
    {
        var starts = file.Groups.SelectMany(g => g.Rules.Select(r => r.Position.Line).Concat(g.RecordingRules.Select(r => r.Position.Line)).Append(g.Position.Line));
        var lines = file.Text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var end = starts.Where(l => l > rule.Position.Line).DefaultIfEmpty(lines.Count + 1).Min() - 1;
        var own = lines.Skip(rule.Position.Line - 1).Take(end - rule.Position.Line + 1).ToList();
        while (own.Count > 1 && (string.IsNullOrWhiteSpace(own[^1]) || own[^1].TrimStart().StartsWith('#')))
        {
            own.RemoveAt(own.Count - 1);
        }

        var indent = own.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return [.. own.Select(l => l.Length > indent ? l[indent..] : "")];
    }
}
