using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>What a rule says, wherever it was read. All durations are documented time.</summary>
/// <param name="For"><c>for</c>.</param>
/// <param name="Interval">How often its group is evaluated; null where nobody says.</param>
/// <param name="KeepFiringFor"><c>keep_firing_for</c>; zero for none.</param>
/// <param name="Windows">The windows of its range selectors and subqueries; none where it looks at the present only.</param>
/// <param name="Query">Its expression.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Annotations">Its annotations, as templates.</param>
internal sealed record RuleStatement(
    TimeSpan For,
    TimeSpan? Interval,
    TimeSpan KeepFiringFor,
    ImmutableArray<TimeSpan> Windows,
    string Query,
    ImmutableSortedDictionary<string, string> Labels,
    ImmutableSortedDictionary<string, string> Annotations);

/// <summary>What of a rule a promise is about.</summary>
internal enum PromiseAspect
{
    /// <summary><c>for</c>.</summary>
    For,

    /// <summary>The group's evaluation interval.</summary>
    Interval,

    /// <summary><c>keep_firing_for</c>.</summary>
    KeepFiringFor,

    /// <summary>A window of the expression.</summary>
    Window,

    /// <summary>A label.</summary>
    Label,

    /// <summary>An annotation.</summary>
    Annotation,

    /// <summary>Comparator and threshold.</summary>
    Threshold,
}

/// <summary>Where a rule contradicts its promise.</summary>
/// <param name="Aspect">What of the rule.</param>
/// <param name="Key">The label or annotation; empty for other aspects.</param>
/// <param name="Text">Both sides, in one sentence.</param>
internal sealed record Contradiction(PromiseAspect Aspect, string Key, string Text);

/// <summary>Compares what a rule says with what the strategy promises of its alert.</summary>
internal static class RulePromise
{
    /// <summary>Compares.</summary>
    /// <param name="contract">The promise.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="tolerance">From how far apart on two durations differ, documented time.</param>
    /// <returns>What contradicts it, and what cannot be told from the text; null where all can.</returns>
    public static (ImmutableArray<Contradiction> Wrong, string? Untold) Compare(AlertContract contract, RuleStatement rule, TimeSpan tolerance)
    {
        var (threshold, untold) = Threshold(contract, rule.Query);
        return ([.. Durations(contract, rule, tolerance), .. Labels(contract, rule), .. Annotations(contract, rule), .. threshold is null ? [] : new[] { threshold }], untold);
    }

    private static IEnumerable<Contradiction> Durations(AlertContract contract, RuleStatement rule, TimeSpan tolerance)
    {
        if (Differ(rule.For, contract.For))
        {
            yield return new Contradiction(PromiseAspect.For, "", $"the rule says for: {Numbers.Duration(rule.For)}, the strategy {Numbers.Duration(contract.For)}");
        }

        if (rule.Interval is { } interval && Differ(interval, contract.EvaluationInterval))
        {
            yield return new Contradiction(PromiseAspect.Interval, "", $"the rule's group is evaluated every {Numbers.Duration(interval)}, the strategy says {Numbers.Duration(contract.EvaluationInterval)}");
        }

        // The strategy has no rule that goes on firing after its condition.
        if (rule.KeepFiringFor > TimeSpan.Zero)
        {
            yield return new Contradiction(PromiseAspect.KeepFiringFor, "", $"the rule says keep_firing_for: {Numbers.Duration(rule.KeepFiringFor)}, the strategy has none");
        }

        if (rule.Windows.DefaultIfEmpty(TimeSpan.Zero).Where(w => Differ(w, contract.Signal.Window)).Distinct().Select(Numbers.Duration).ToList() is { Count: > 0 } windows)
        {
            yield return new Contradiction(PromiseAspect.Window, "", $"the rule looks back over {string.Join(" and ", windows)}, the strategy over {Numbers.Duration(contract.Signal.Window)}");
        }

        bool Differ(TimeSpan a, TimeSpan b) => (a - b).Duration() >= tolerance;
    }

    private static IEnumerable<Contradiction> Labels(AlertContract contract, RuleStatement rule) =>
        from promise in new[] { (Label: "severity", Value: contract.Severity), (Label: "component", Value: contract.Component) }
        let found = rule.Labels.GetValueOrDefault(promise.Label, "")
        where found != promise.Value
        select new Contradiction(PromiseAspect.Label, promise.Label, $"the rule's label {promise.Label} is \"{found}\", the strategy says \"{promise.Value}\"");

    private static IEnumerable<Contradiction> Annotations(AlertContract contract, RuleStatement rule)
    {
        foreach (var annotation in contract.Annotations.Where(a => string.IsNullOrWhiteSpace(rule.Annotations.GetValueOrDefault(a))))
        {
            yield return new Contradiction(PromiseAspect.Annotation, annotation, $"the rule has no annotation {annotation}");
        }

        var description = rule.Annotations.GetValueOrDefault("description", "");
        foreach (var told in contract.DescriptionTells.Where(told => description.Trim().Length > 0 && !Tells(description, told)))
        {
            yield return new Contradiction(PromiseAspect.Annotation, "description", $"the rule's description does not tell {told}, the strategy's does: \"{description}\"");
        }
    }

    // Templates know the value and the labels by two names each: $value and .Value, $labels and .Labels.
    private static bool Tells(string template, string told) =>
        new[] { told, told.Replace("$value", ".Value", StringComparison.Ordinal).Replace("$labels", ".Labels", StringComparison.Ordinal) }
            .Any(name => Regex.IsMatch(template, $@"\{{\{{[^{{}}]*{Regex.Escape(name)}\b"));

    private static (Contradiction? Wrong, string? Untold) Threshold(AlertContract contract, string query)
    {
        var promised = $"{Comparison.Of(contract.Comparator)} {Numbers.Text(contract.Threshold)}";
        var comparisons = RuleText.Comparisons(query);
        if (comparisons.IsEmpty)
        {
            return (Wrong($"the rule compares with nothing, the strategy says {promised}"), null);
        }

        if (comparisons.Any(c => c.Operator == Comparison.Of(contract.Comparator) && c.Threshold is { } t && Same(t, contract.Threshold)))
        {
            return (null, null);
        }

        return comparisons.Any(c => c.Threshold is null)
            ? (null, $"the strategy says {promised}; the rule compares with {string.Join(" and ", comparisons.Select(c => $"{c.Operator} {c.Text}"))}, of which its text alone does not tell the number")
            : (Wrong($"the rule fires at {string.Join(" and ", comparisons.Select(c => $"{c.Operator} {Numbers.Text(c.Threshold!.Value)}"))}, the strategy says {promised}"), null);

        static Contradiction Wrong(string text) => new(PromiseAspect.Threshold, "", text);
    }

    private static bool Same(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));
}
