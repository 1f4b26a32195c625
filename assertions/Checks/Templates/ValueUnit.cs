using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Templates;

/// <summary>What an expression's result is counted in.</summary>
internal enum ResultUnit
{
    /// <summary>Events per second.</summary>
    PerSecond,

    /// <summary>Percent: 5 means 5 %.</summary>
    Percent,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,
}

/// <summary>Tells the unit of an expression's result where its form leaves no doubt.</summary>
internal static class ValueUnit
{
    private const double Hundred = 100;

    /// <summary>The unit; null where it is not certain.</summary>
    public static ResultUnit? Of(PromQlExpression expression)
    {
        var (value, threshold) = Compared(expression);
        var inner = Unaggregated(value);
        return inner switch
        {
            // A rate of seconds is a share, as of CPU time.
            Call { Function.Name: "rate" or "irate" } rate => MetricOf(rate)?.Contains("_seconds", StringComparison.Ordinal) == false ? ResultUnit.PerSecond : null,
            Call { Function.Name: "increase" or "changes" or "resets" } => ResultUnit.Count,
            AggregateExpression { Operator: "count" } => ResultUnit.Count,
            BinaryExpression { Operator: BinaryOperator.Multiply } product when threshold > 1 && IsPercent(product) => ResultUnit.Percent,
            VectorSelector selector => OfName(selector.Name, threshold),
            Call { Function.Name: "avg_over_time" or "min_over_time" or "max_over_time" or "last_over_time" } call => OfName(MetricOf(call) ?? "", threshold),
            Call { Function.Name: "histogram_quantile" } quantile => OfBucket(quantile.Arguments[1]),
            _ => null,
        };
    }

    // The side whose value an alert has, and the number that it is compared with.
    private static (PromQlExpression Value, double? Threshold) Compared(PromQlExpression expression)
    {
        double? threshold = null;
        while (true)
        {
            switch (expression)
            {
                case ParenExpression paren:
                    expression = paren.Expression;
                    break;
                case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Unless } binary:
                    expression = binary.Left;
                    break;
                case BinaryExpression { ReturnsBool: false } binary when binary.Operator.IsComparison():
                    var isTurned = binary.Left.Type == PromQlType.Scalar;
                    threshold = (isTurned ? binary.Left : binary.Right).ConstantValue();
                    expression = isTurned ? binary.Right : binary.Left;
                    break;
                default:
                    return (expression, threshold);
            }
        }
    }

    // A sum of rates is a rate, and so on.
    private static PromQlExpression Unaggregated(PromQlExpression expression)
    {
        while (expression.WithoutParentheses() is AggregateExpression { Operator: "sum" or "avg" or "min" or "max" or "topk" or "bottomk" or "quantile" } aggregate)
        {
            expression = aggregate.Expression;
        }

        return expression.WithoutParentheses();
    }

    private static bool IsPercent(BinaryExpression product)
    {
        var (a, b) = (product.Left, product.Right);
        var share = a.ConstantValue() == Hundred ? b : b.ConstantValue() == Hundred ? a : null;
        return share?.WithoutParentheses() is BinaryExpression { Operator: BinaryOperator.Divide, Left.Type: PromQlType.Vector, Right.Type: PromQlType.Vector }
            or BinaryExpression { Operator: BinaryOperator.Subtract, Left: NumberLiteral { Value: 1 } };
    }

    private static ResultUnit? OfName(string name, double? threshold) => name switch
    {
        _ when name.EndsWith("_milliseconds", StringComparison.Ordinal) => ResultUnit.Milliseconds,
        _ when name.EndsWith("_timestamp_seconds", StringComparison.Ordinal) => null,
        _ when name.EndsWith("_seconds", StringComparison.Ordinal) => ResultUnit.Seconds,
        _ when threshold > 1 && (name.EndsWith("_percent", StringComparison.Ordinal) || name.EndsWith("_percentage", StringComparison.Ordinal)) => ResultUnit.Percent,
        _ => null,
    };

    private static ResultUnit? OfBucket(PromQlExpression buckets) => Unaggregated(buckets) is Call { Function.Name: "rate" or "irate" or "increase" } call
        && MetricOf(call) is { } name && name.EndsWith("_bucket", StringComparison.Ordinal) ? OfName(name[..^"_bucket".Length], null) : null;

    private static string? MetricOf(Call call) => call.Arguments.Select(a => a.WithoutParentheses()).OfType<MatrixSelector>().FirstOrDefault()?.Selector.Name;
}
