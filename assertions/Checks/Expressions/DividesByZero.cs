using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Expressions;

/// <summary>An alert that divides by what is 0 while all is well.</summary>
public sealed class DividesByZero : ICheck
{
    /// <inheritdoc/>
    public string Name => "expression/divides-by-zero";

    /// <inheritdoc/>
    public string About => "a divisor that is 0 while all is well, or under a setting, or without traffic";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from expression in RuleExpression.Of(subject)
        where expression.Alert is not null
        let guarded = Guarded(expression)
        from comparison in ConstantComparison.In(expression.Root)
        from quotient in Quotients(comparison.Signal)
        let finding = Judge(subject.Supply, guarded, expression, comparison, quotient)
        where finding is not null
        select finding;

    // What the value of a comparison is made of: a filter inside it has its own comparison.
    private static IEnumerable<BinaryExpression> Quotients(PromQlExpression signal)
    {
        var open = new Stack<PromQlExpression>([signal]);
        while (open.TryPop(out var node))
        {
            if (node is BinaryExpression { Operator: BinaryOperator.Divide } quotient && quotient.Right.Type == PromQlType.Vector)
            {
                yield return quotient;
            }

            if (node is not BinaryExpression binary || !binary.Operator.IsComparison())
            {
                foreach (var child in node.Children)
                {
                    open.Push(child);
                }
            }
        }
    }

    private Finding? Judge(MetricSupply supply, HashSet<string> guarded, RuleExpression expression, ConstantComparison comparison, BinaryExpression quotient)
    {
        var divisor = quotient.Right.WithoutParentheses();
        if (divisor is VectorSelector selector && Selectors.MetricOf(selector) is { } metric)
        {
            // Neither +Inf nor what is no number is below a threshold.
            return comparison.IsAbove && !guarded.Contains(metric) ? OfMetric(supply.Describe(metric), expression, comparison, quotient, selector) : null;
        }

        return Traffic(divisor) is { } range && PartOfWhole.Is(quotient, _ => true)
            ? expression.At(
                divisor, Name, Severity.Info, $"while nothing is counted for {Numbers.Duration(range)} this is 0, and 0 divided by 0 is no number: the alert is silent then",
                "if silence must not hide an outage, add an alert for too little traffic")
            : null;
    }

    private Finding? OfMetric(KnownMetric? metric, RuleExpression expression, ConstantComparison comparison, BinaryExpression quotient, VectorSelector divisor) => metric switch
    {
        { IsZeroForSandboxes: true } when Grows(comparison.Signal, quotient) && !SelectsContainers(divisor) && !(JoinsByContainer(quotient) && HasContainersOnly(quotient.Left)) => expression.At(
            divisor, Name, Severity.Error,
            $"{metric.Name} is 0 for every container without a limit, and under Kubernetes for the sandbox of every pod, and a value divided by 0 is +Inf: {comparison.Operator.Text()} {Numbers.Text(comparison.Number)} holds for ever",
            "select containers only, on both sides: container!=\"\", container!=\"POD\"; where some have no limit, divide by what is left of it: (… > 0)"),
        { ZeroWhere: { } where } => expression.At(
            divisor, Name, Severity.Info, $"{metric.Name} is 0 where {where}, and a value divided by 0 is +Inf or no number", $"divide by ({metric.Name} > 0), so that there is no value then"),
        _ => null,
    };

    // What is compared is +Inf when the quotient is.
    private static bool Grows(PromQlExpression signal, PromQlExpression quotient) => signal.WithoutParentheses() switch
    {
        var same when ReferenceEquals(same, quotient) => true,
        AggregateExpression { Operator: "sum" or "avg" or "max" } aggregate => Grows(aggregate.Expression, quotient),
        BinaryExpression { Operator: BinaryOperator.Multiply, Left: not BinaryExpression } product when product.Right.ConstantValue() > 0 => Grows(product.Left, quotient),
        BinaryExpression { Operator: BinaryOperator.Multiply, Left: BinaryExpression { Operator: BinaryOperator.Divide } left } product => product.Right.ConstantValue() > 0 && ReferenceEquals(left, quotient),
        BinaryExpression { Operator: BinaryOperator.Multiply } product when product.Left.ConstantValue() > 0 => Grows(product.Right, quotient),
        _ => false,
    };

    // "… and y > 0" leaves out what was divided by 0.
    private static HashSet<string> Guarded(RuleExpression expression) =>
    [
        .. from comparison in ConstantComparison.In(expression.Root)
           where comparison is { Operator: BinaryOperator.Greater, Number: >= 0 } or { Operator: BinaryOperator.NotEqual, Number: 0 }
           let metric = comparison.Signal.WithoutParentheses() is VectorSelector guard ? Selectors.MetricOf(guard) : null
           where metric is not null
           select metric,
    ];

    // Runtimes differ in how they name a sandbox: whoever selects by one of these has thought of it.
    private static bool SelectsContainers(VectorSelector selector) => selector.Matchers.Any(m => m.Name is "container" or "container_name" or "image" or "name" or "id");

    // A limit finds its partner by all labels, hence by container.
    private static bool JoinsByContainer(BinaryExpression quotient) => quotient.Matching is { } matching && matching.On == matching.Labels.Contains("container");

    private static bool HasContainersOnly(PromQlExpression dividend) => dividend.DescendantsAndSelf().OfType<VectorSelector>().Any(SelectsContainers);

    // Sums of rates of counters alone: nothing else is sure to be 0 without traffic.
    private static TimeSpan? Traffic(PromQlExpression divisor) => divisor.WithoutParentheses() switch
    {
        Call { Function.Name: "rate" or "irate" or "increase" } call when call.Arguments[0].WithoutParentheses() is MatrixSelector matrix => IsTraffic(matrix) ? matrix.Range.Value : null,
        AggregateExpression { Operator: "sum" } sum => Traffic(sum.Expression),
        BinaryExpression { Operator: BinaryOperator.Add, Left: not BinaryExpression } total when Traffic(total.Left) is { } left && Traffic(total.Right) is { } right => left > right ? left : right,
        _ => null,
    };

    // Time goes on without traffic.
    private static bool IsTraffic(MatrixSelector matrix) => Selectors.MetricOf(matrix.Selector) is { } metric && !metric.Contains("cpu", StringComparison.Ordinal) && !metric.Contains("time", StringComparison.Ordinal);
}
