using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Differences;

/// <summary>A rule before and after an edit.</summary>
/// <param name="Before">Before.</param>
/// <param name="Now">Now.</param>
internal sealed record AlertPair(CheckedRule Before, CheckedRule Now)
{
    /// <summary>The alert.</summary>
    public string Alert => Now.Alert;

    /// <summary>
    /// Pairs the rules of two configurations: by name, and where an alert has several rules by severity, then by order. What is left over is gone or new.
    /// </summary>
    public static (IReadOnlyList<AlertPair> Pairs, IReadOnlyList<CheckedRule> Gone, IReadOnlyList<CheckedRule> Added) Of(CheckSubject before, CheckSubject now)
    {
        var paired = new HashSet<CheckedRule>(ReferenceEqualityComparer.Instance);
        var olds = new Dictionary<CheckedRule, CheckedRule>(ReferenceEqualityComparer.Instance);
        Pair(r => (r.Alert, Severity(r)));
        Pair(r => (r.Alert, null));
        return (
            [.. now.Rules.Where(olds.ContainsKey).Select(r => new AlertPair(olds[r], r))],
            [.. before.Rules.Where(r => !paired.Contains(r))],
            [.. now.Rules.Where(r => !olds.ContainsKey(r))]);

        void Pair(Func<CheckedRule, (string, string?)> key)
        {
            var left = before.Rules.Where(r => !paired.Contains(r)).GroupBy(key).ToDictionary(g => g.Key, g => new Queue<CheckedRule>(g));
            foreach (var rule in now.Rules.Where(r => !olds.ContainsKey(r)))
            {
                if (left.TryGetValue(key(rule), out var some) && some.TryDequeue(out var old))
                {
                    paired.Add(olds[rule] = old);
                }
            }
        }
    }

    private static string? Severity(CheckedRule rule) => rule.AlertLabels["severity"].Value;
}
