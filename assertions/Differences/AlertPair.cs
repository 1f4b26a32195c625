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
        var left = before.Rules.ToList();
        var pairs = new List<AlertPair>();
        var added = now.Rules.ToList();
        foreach (var isPair in new Func<CheckedRule, CheckedRule, bool>[] { (a, b) => Severity(a) == Severity(b), (_, _) => true })
        {
            foreach (var rule in added.ToList())
            {
                if (left.Find(r => r.Alert == rule.Alert && isPair(r, rule)) is { } old)
                {
                    pairs.Add(new AlertPair(old, rule));
                    left.Remove(old);
                    added.Remove(rule);
                }
            }
        }

        return ([.. pairs.OrderBy(p => now.Rules.IndexOf(p.Now))], left, added);
    }

    private static string? Severity(CheckedRule rule) => rule.AlertLabels["severity"].Value;
}
