using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>
/// The loaded rule says what the strategy promises: <c>for</c>, labels, annotations, comparator and threshold, window, evaluation interval.
/// It reads the rule's text; what the rule does is judged by the other stages.
/// </summary>
public sealed class ContractStage : IStage
{
    /// <inheritdoc/>
    public StageName Name => StageName.Contract;

    /// <inheritdoc/>
    public StageResult Judge(CellEvidence evidence)
    {
        var contract = evidence.Contract;
        var rules = evidence.LoadedRules.Where(r => r.Name == contract.Alert).ToImmutableArray();
        if (rules.IsEmpty)
        {
            return this.NotReached("no rule of that name is loaded");
        }

        // One alert may have several rules, a tier each: the promised one is that of the promised severity.
        var rule = rules.FirstOrDefault(r => r.Labels.GetValueOrDefault("severity") == contract.Severity) ?? rules[0];
        var wrong = Durations(evidence, rule).Concat(Texts(contract, rule)).ToList();
        var unread = Threshold(contract, rule, wrong);
        if (wrong.Count > 0)
        {
            return this.Fail(wrong.Select(w => new Shortcoming(contract.Alert, w) { AlsoKnownAs = contract.Signal.Metrics })) with { Evidence = [rule.Query] };
        }

        return unread is null
            ? this.Pass($"the rule says what the strategy promises: {Comparison.Of(contract.Comparator)} {Numbers.Text(contract.Threshold)} for {Numbers.Duration(contract.For)}, {contract.Severity}, {contract.Component}") with { Evidence = [rule.Query] }
            : this.Inconclusive(unread) with { Evidence = [rule.Query] };
    }

    private static IEnumerable<string> Durations(CellEvidence evidence, LoadedRule rule)
    {
        var (contract, scale) = (evidence.Contract, evidence.Scale);
        var found = scale.ToDocumented(rule.For);
        if (Differ(found, contract.For))
        {
            yield return $"the rule says for: {Numbers.Duration(found)}, the strategy {Numbers.Duration(contract.For)}";
        }

        var interval = scale.ToDocumented(rule.Interval);
        if (Differ(interval, contract.EvaluationInterval))
        {
            yield return $"the rule's group is evaluated every {Numbers.Duration(interval)}, the strategy says {Numbers.Duration(contract.EvaluationInterval)}";
        }

        var window = scale.ToDocumented(RuleText.Windows(rule.Query).DefaultIfEmpty(TimeSpan.Zero).Max());
        if (Differ(window, contract.Signal.Window))
        {
            yield return $"the rule looks back over {Numbers.Duration(window)}, the strategy over {Numbers.Duration(contract.Signal.Window)}";
        }

        // A rendered duration is a whole number of milliseconds: less than one is lost per duration.
        bool Differ(TimeSpan a, TimeSpan b) => (a - b).Duration() >= scale.ToDocumented(TimeSpan.FromMilliseconds(1));
    }

    private static IEnumerable<string> Texts(AlertContract contract, LoadedRule rule)
    {
        foreach (var (label, promised) in new[] { ("severity", contract.Severity), ("component", contract.Component) })
        {
            if (rule.Labels.GetValueOrDefault(label, "") is var found && found != promised)
            {
                yield return $"the rule's label {label} is \"{found}\", the strategy says \"{promised}\"";
            }
        }

        foreach (var annotation in contract.Annotations.Where(a => string.IsNullOrWhiteSpace(rule.Annotations.GetValueOrDefault(a))))
        {
            yield return $"the rule has no annotation {annotation}";
        }

        var description = rule.Annotations.GetValueOrDefault("description", "");
        foreach (var told in contract.DescriptionTells.Where(told => description.Trim().Length > 0 && !Tells(description, told)))
        {
            yield return $"the rule's description does not tell {told}, the strategy's does: \"{description}\"";
        }
    }

    // Templates know the value and the labels by two names each: $value and .Value, $labels and .Labels.
    private static bool Tells(string template, string told) =>
        new[] { told, told.Replace("$value", ".Value", StringComparison.Ordinal).Replace("$labels", ".Labels", StringComparison.Ordinal) }
            .Any(name => Regex.IsMatch(template, $@"\{{\{{[^{{}}]*{Regex.Escape(name)}\b"));

    // Adds what is wrong; returns what cannot be told from the text.
    private static string? Threshold(AlertContract contract, LoadedRule rule, List<string> wrong)
    {
        var promised = $"{Comparison.Of(contract.Comparator)} {Numbers.Text(contract.Threshold)}";
        var comparisons = RuleText.Comparisons(rule.Query);
        if (comparisons.IsEmpty)
        {
            wrong.Add($"the rule compares with nothing, the strategy says {promised}");
            return null;
        }

        if (comparisons.Any(c => c.Operator == Comparison.Of(contract.Comparator) && c.Threshold is { } t && Same(t, contract.Threshold)))
        {
            return null;
        }

        if (comparisons.Any(c => c.Threshold is null))
        {
            return $"the strategy says {promised}; the rule compares with {string.Join(" and ", comparisons.Select(c => $"{c.Operator} {c.Text}"))}, of which its text alone does not tell the number";
        }

        wrong.Add($"the rule fires at {string.Join(" and ", comparisons.Select(c => $"{c.Operator} {Numbers.Text(c.Threshold!.Value)}"))}, the strategy says {promised}");
        return null;
    }

    private static bool Same(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));
}
