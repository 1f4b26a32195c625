using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Differences;

/// <summary>What an alert asks for: its threshold, its window, or something else altogether.</summary>
internal static partial class ConditionDifference
{
    /// <summary>Compares the expressions of a rule; spaces, comments and parentheses without a meaning are no difference.</summary>
    public static IEnumerable<Difference> Of(AlertPair pair)
    {
        var (before, now) = (Canonical(pair.Before.Expression), Canonical(pair.Now.Expression));
        if (before == now)
        {
            yield break;
        }

        var position = pair.Now.Rule.ExprPosition;
        var (oldThresholds, newThresholds) = (RuleText.Comparisons(before), RuleText.Comparisons(now));
        var isThreshold = oldThresholds.Length == newThresholds.Length && !oldThresholds.Select(Text).SequenceEqual(newThresholds.Select(Text));
        if (isThreshold)
        {
            yield return new Difference("other-threshold", pair.Alert, $"fired at {Joined(oldThresholds)}, fires at {Joined(newThresholds)}", position);
        }

        var (oldWindows, newWindows) = (RuleText.Windows(before), RuleText.Windows(now));
        if (!oldWindows.SequenceEqual(newWindows))
        {
            yield return new Difference("other-window", pair.Alert, $"looked back over {Joined(oldWindows)}, looks back over {Joined(newWindows)}", position);
        }

        // A number or window within, which neither of these is about, changes what is asked for, too.
        if (Shape(before) != Shape(now) || (!isThreshold && oldWindows.SequenceEqual(newWindows)))
        {
            yield return new Difference("other-condition", pair.Alert, $"asked for {before}, asks for {now}", position);
        }
    }

    private static string Canonical(Checks.CheckedExpression expression) => expression.Root?.WithoutParentheses().ToString() ?? expression.Source.Trim();

    // Without what is told for itself: the numbers compared with, and the windows.
    private static string Shape(string expression) => Windows().Replace(Thresholds().Replace(expression, ""), "[]");

    private static string Joined(ImmutableArray<Comparison> comparisons) => string.Join(" and ", comparisons.Select(Text));

    private static string Text(Comparison comparison) => $"{comparison.Operator} {(comparison.Threshold is { } t ? Numbers.Text(t) : comparison.Text)}";

    [GeneratedRegex(@" (==|!=|>=|<=|>|<) [-+0-9.eInfNa]+")]
    private static partial Regex Thresholds();

    [GeneratedRegex(@"\[[0-9a-z:]+\]")]
    private static partial Regex Windows();

    // Several that are all alike are one.
    private static string Joined(ImmutableArray<TimeSpan> windows) =>
        windows.IsEmpty ? "0s" : string.Join(" and ", (windows.Distinct().Count() == 1 ? windows[..1] : windows).Select(Numbers.Duration));
}
