using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Environments.Monitoring.Re2;

namespace NovaCron.Validation.Assertions.Simulation.Derivation;

/// <summary>The system that an expression's selectors speak of: one target, whose series have the labels that they ask for.</summary>
internal static class DerivedSystem
{
    private const string Job = "job";
    private const string Instance = "instance";
    private static readonly SeriesLabels Target = SeriesLabels.Of((Job, "simulated"), (Instance, "simulated:9090"));

    /// <summary>The system.</summary>
    /// <exception cref="NotDrivableException">No labels fit a selector.</exception>
    public static SimulatedSystem Of(ImmutableArray<SeriesSelector> selectors)
    {
        // Both sides of an operator have the same labels, as far as their selectors let them; a part of a metric has labels that the rest has not.
        var metrics = selectors.DistinctBy(s => s.ToString()).GroupBy(s => s.Metric).ToList();
        var common = metrics.Where(m => m.Count() == 1).SelectMany(m => m).Aggregate(Target, Fit);
        return new SimulatedSystem
        {
            Targets = [SeriesLabels.None],
            Series = metrics.ToImmutableSortedDictionary(metric => metric.Key, metric => Series([.. metric], common), StringComparer.Ordinal),
        };
    }

    private static ImmutableArray<SeriesLabels> Series(ImmutableArray<SeriesSelector> selectors, SeriesLabels common) =>
        [.. selectors.Select(s => selectors.Length == 1 && s.Selects(common) ? common : Fit(Target, s) is var own && s.Selects(own) ? own : throw new NotDrivableException($"no labels are found that {s} selects")).Distinct()];

    private static SeriesLabels Fit(SeriesLabels labels, SeriesSelector selector) => selector.Matchers.Aggregate(labels, (fit, matcher) => matcher switch
    {
        { Operator: "=" } => fit.With(matcher.Label, matcher.Value),
        { Operator: "=~" } when !new Re2Pattern(matcher.Value, dotMatchesLineBreak: true).IsMatch(fit[matcher.Label]) =>
            fit.With(matcher.Label, new Re2Pattern(matcher.Value, dotMatchesLineBreak: true).Sample() ?? ""),
        { Operator: "!=", Value.Length: 0 } when fit[matcher.Label].Length == 0 => fit.With(matcher.Label, "simulated"),
        { Operator: "!~" } when fit[matcher.Label].Length == 0 && new Re2Pattern(matcher.Value, dotMatchesLineBreak: true).IsMatch("") => fit.With(matcher.Label, "simulated"),
        _ => fit,
    });
}
