using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Thresholds;

/// <summary>A threshold that what is measured cannot reach.</summary>
public sealed class OutOfReach : ICheck
{
    /// <inheritdoc/>
    public string Name => "threshold/out-of-reach";

    /// <inheritdoc/>
    public string About => "a threshold that what is measured cannot reach";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var values = new KnownValues(subject.Supply);
        return from expression in RuleExpression.Of(subject)
               from comparison in ConstantComparison.In(expression.Root)
               let reach = values.ByMetrics(comparison.Signal)
               where comparison.NeverHolds(reach) && !comparison.NeverHolds(values.ByLanguage(comparison.Signal))
               select Report(subject.Supply, expression, comparison, reach);
    }

    private Finding Report(MetricSupply supply, RuleExpression expression, ConstantComparison comparison, ValueRange reach)
    {
        var threshold = $"{comparison.Operator.Text()} {Numbers.Text(comparison.Number)}";
        if (comparison.Signal.DescendantsAndSelf().OfType<MatrixSelector>().FirstOrDefault(m => Selectors.MetricOf(m.Selector) is { } name && supply.Describe(name) is { IsPacedByKubelet: true }) is not { } matrix)
        {
            return expression.At(
                comparison.Node, Name, Severity.Error,
                $"expected a threshold that the value can reach, which lies between {Numbers.Text(reach.Min)} and {Numbers.Text(reach.Max)}, found {threshold}",
                "compare it with a number inside these bounds");
        }

        var window = Numbers.Duration(matrix.Range.Value);
        var most = KubeletBackOff.MostRestarts(matrix.Range.Value);
        return expression.At(
            comparison.Node, Name, Severity.Error,
            $"expected a threshold that restarts can reach, found {threshold}: the kubelet's back-off lets a container restart {Numbers.Text(most)} times at most in {window}, which is {(most / matrix.Range.Value.TotalSeconds).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)} per second",
            $"compare the increase over the window with a number of restarts; at its longest back-off a container restarts once in five minutes");
    }
}
