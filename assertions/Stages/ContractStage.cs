using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
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
        // A rendered duration is a whole number of milliseconds: less than one is lost per duration.
        var (wrong, untold) = RulePromise.Compare(contract, Statement(rule, evidence.Scale), evidence.Scale.ToDocumented(TimeSpan.FromMilliseconds(1)));
        if (!wrong.IsEmpty)
        {
            return this.Fail(wrong.Select(w => new Shortcoming(contract.Alert, w.Text) { AlsoKnownAs = contract.Signal.Metrics })) with { Evidence = [rule.Query] };
        }

        return untold is null
            ? this.Pass($"the rule says what the strategy promises: {Comparison.Of(contract.Comparator)} {Numbers.Text(contract.Threshold)} for {Numbers.Duration(contract.For)}, {contract.Severity}, {contract.Component}") with { Evidence = [rule.Query] }
            : this.Inconclusive(untold) with { Evidence = [rule.Query] };
    }

    private static RuleStatement Statement(LoadedRule rule, TimeScale scale) => new(
        scale.ToDocumented(rule.For),
        scale.ToDocumented(rule.Interval),
        scale.ToDocumented(rule.KeepFiringFor),
        [.. RuleText.Windows(rule.Query).Select(scale.ToDocumented)],
        rule.Query,
        rule.Labels,
        rule.Annotations);
}
