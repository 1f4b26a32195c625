using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Differences;

/// <summary>What keeps alerts from being told.</summary>
internal static class InhibitionDifference
{
    /// <summary>Compares the inhibition rules of two configurations; their order is no difference.</summary>
    public static IEnumerable<Difference> Of(CheckSubject before, CheckSubject now)
    {
        var (old, rules) = (Rules(before), Rules(now));
        var (was, here) = (old.Select(o => o.Text).ToHashSet(StringComparer.Ordinal), rules.Select(r => r.Text).ToHashSet(StringComparer.Ordinal));
        return old.Where(o => !here.Contains(o.Text)).Select(o => new Difference("inhibition-gone", o.Text, "no longer inhibits", o.Rule.Position))
            .Concat(rules.Where(r => !was.Contains(r.Text)).Select(r => new Difference("inhibition-added", r.Text, "inhibits from now on", r.Rule.Position)));
    }

    private static List<(InhibitRule Rule, string Text)> Rules(CheckSubject subject) =>
        [.. (subject.Folder.Alertmanager?.InhibitRules ?? []).Select(r => (r, $"{{{string.Join(", ", r.Source)}}} over {{{string.Join(", ", r.Target)}}} of equal {string.Join(", ", r.Equal)}"))];
}
