using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Differences;

/// <summary>What an alert says: its labels, which decide who is told, and its annotations.</summary>
internal static class TextDifference
{
    /// <summary>Compares them.</summary>
    public static IEnumerable<Difference> Of(AlertPair pair)
    {
        var (old, rule) = (pair.Before.Group.LabelsOf(pair.Before.Rule), pair.Now.Group.LabelsOf(pair.Now.Rule));
        return Compare("other-label", "label", pair, old, rule, pair.Now.Rule.LabelEntries)
            .Concat(Compare("says-something-else", "annotation", pair, pair.Before.Rule.Annotations, pair.Now.Rule.Annotations, pair.Now.Rule.AnnotationEntries));
    }

    private static IEnumerable<Difference> Compare(
        string kind, string what, AlertPair pair, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now, IEnumerable<ConfigurationEntry> entries) =>
        from name in before.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
        let old = before.GetValueOrDefault(name)
        let text = now.GetValueOrDefault(name)
        where old != text
        let position = entries.FirstOrDefault(e => e.Name == name)?.Text.Position ?? pair.Now.Rule.Position
        select new Difference(kind, pair.Alert, (old, text) switch
        {
            (null, _) => $"has a new {what} {name}: \"{text}\"",
            (_, null) => $"lost its {what} {name}: \"{old}\"",
            _ => $"its {what} {name} said \"{old}\", says \"{text}\"",
        }, position);
}
