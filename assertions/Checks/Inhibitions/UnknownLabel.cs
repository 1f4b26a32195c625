using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Inhibitions;

/// <summary>A label of an inhibition rule that nothing in the configuration speaks of, and whose name is nearly that of one that alerts have.</summary>
public sealed class UnknownLabel : ICheck
{
    // Of short names many differ in a letter.
    private const int ShortestOfOne = 5;
    private const int ShortestOfTwo = 8;

    /// <inheritdoc/>
    public string Name => "inhibition/unknown-label";

    /// <inheritdoc/>
    public string About => "a label of an inhibition rule that no alert is known to have, and that is nearly spelt like one that they have";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var carried = Carried(subject);
        var known = carried.Concat(subject.Rules.SelectMany(r => Named(r.Expression))).ToHashSet(StringComparer.Ordinal);
        return from pairs in InhibitPairs.Of(subject)
               from label in pairs.Rule.Source.Concat(pairs.Rule.Target).Select(m => (m.Name, m.Position)).Concat(pairs.Rule.EqualTexts.Select(t => (Name: t.Value, t.Position)))
               where !known.Contains(label.Name)
               let near = carried.Where(c => IsNear(c, label.Name)).Order(StringComparer.Ordinal).FirstOrDefault()
               where near is not null
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Warning,
                   Subject = pairs.Name,
                   Position = label.Position,
                   Message = $"nothing in this configuration gives alerts a label {label.Name}, and they have {near}",
                   Fix = $"write {near}, unless what is scraped has the label {label.Name}",
               };
    }

    private static bool IsNear(string carried, string name) =>
        EditDistance.Within(carried, name, name.Length >= ShortestOfTwo ? 2 : 1) is not null && name.Length >= ShortestOfOne;

    // Labels that the rules set, that Prometheus adds, or that scraping gives to all series of a job.
    private static HashSet<string> Carried(CheckSubject subject) =>
    [
        "alertname", "instance",
        .. subject.Rules.SelectMany(r => r.Group.LabelsOf(r.Rule).Keys),
        .. subject.Folder.Prometheus?.ExternalLabels.Keys ?? [],
        .. (subject.Folder.Prometheus?.Jobs ?? []).SelectMany(j => j.RelabelSteps.Concat(j.MetricRelabelSteps)).Select(s => s.TargetLabel?.Value).OfType<string>(),
    ];

    private static IEnumerable<string> Named(CheckedExpression expression) => (expression.Root?.DescendantsAndSelf() ?? []).SelectMany(node => node switch
    {
        VectorSelector selector => selector.Matchers.Select(m => m.Name),
        AggregateExpression aggregate => aggregate.Grouping,
        BinaryExpression { Matching: { } matching } => matching.Labels.Concat(matching.Include),
        _ => [],
    });
}
