using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Values;

/// <summary>
/// Works out between which numbers an expression lies. Source: <c>promql/engine.go</c> and <c>promql/functions.go</c> of Prometheus.
/// </summary>
/// <param name="metric">What is known of the samples of a selector.</param>
/// <param name="rate">What is known of what a function of a counter yields: <c>rate</c>, <c>irate</c> or <c>increase</c>; null for no more than that it is not negative.</param>
internal sealed class ValueReader(Func<VectorSelector, ValueRange> metric, Func<Call, ValueRange?> rate)
{
    // What was read is kept: a share asks for its parts once more, and comparisons stand in one another.
    private readonly Dictionary<PromQlExpression, ValueRange> _read = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads it, innermost part first.</summary>
    public ValueRange Read(PromQlExpression expression) => _read.TryGetValue(expression, out var known) ? known : _read[expression] = Look(expression);

    private ValueRange Look(PromQlExpression expression) => expression switch
    {
        NumberLiteral number => ValueRange.Of(number.Value),
        ParenExpression paren => Read(paren.Expression),
        UnaryExpression unary => unary.IsNegative ? Read(unary.Expression).Negated() : Read(unary.Expression),
        VectorSelector selector => metric(selector),
        MatrixSelector matrix => metric(matrix.Selector),
        SubqueryExpression subquery => Read(subquery.Expression),
        AggregateExpression aggregate => OfAggregate(aggregate),
        Call call => OfCall(call),
        BinaryExpression binary => OfBinary(binary),
        _ => ValueRange.Any,
    };

    private ValueRange OfAggregate(AggregateExpression aggregate) => aggregate.Operator switch
    {
        "count" or "count_values" => ValueRange.Count,
        "group" => ValueRange.Of(1),
        "sum" => SumOf(Read(aggregate.Expression)),
        "stddev" or "stdvar" => ValueRange.NotNegative with { MayBeNaN = true },
        "quantile" => aggregate.Parameter?.ConstantValue() is >= 0 and <= 1 ? Read(aggregate.Expression) with { IsWhole = false } : ValueRange.Any,
        "avg" => Read(aggregate.Expression) with { IsWhole = false },
        _ => Read(aggregate.Expression),
    };

    // One or more of them.
    private static ValueRange SumOf(ValueRange one) => one.Min >= 0 ? one with { Max = double.PositiveInfinity } : ValueRange.Any;

    private ValueRange OfCall(Call call)
    {
        var arguments = call.Arguments;
        return call.Function.Name switch
        {
            "rate" or "irate" or "increase" => rate(call) ?? ValueRange.NotNegative,
            "absent" or "absent_over_time" or "present_over_time" or "pi" => call.Function.Name == "pi" ? ValueRange.Of(Math.PI) : ValueRange.Of(1),
            "count_over_time" => ValueRange.Count,
            "changes" or "resets" => ValueRange.NotNegative with { IsWhole = true },
            "sum_over_time" => SumOf(Read(arguments[0])),
            "avg_over_time" => Read(arguments[0]) with { IsWhole = false },
            "min_over_time" or "max_over_time" or "last_over_time" or "sort" or "sort_desc" or "sort_by_label" or "sort_by_label_desc" or "label_replace" or "label_join" or "vector" => Read(arguments[0]),
            "scalar" => Read(arguments[0]) with { MayBeNaN = true },
            "abs" or "sqrt" or "exp" or "stddev_over_time" or "stdvar_over_time" => ValueRange.NotNegative with { MayBeNaN = true },
            "time" => ValueRange.NotNegative,
            "clamp_min" when arguments[1].ConstantValue() is { } least => Read(arguments[0]) is var clamped ? clamped with { Min = Math.Max(clamped.Min, least), Max = Math.Max(clamped.Max, least), IsWhole = false } : default,
            "clamp_max" when arguments[1].ConstantValue() is { } most => Read(arguments[0]) is var clamped ? clamped with { Min = Math.Min(clamped.Min, most), Max = Math.Min(clamped.Max, most), IsWhole = false } : default,
            "hour" => new ValueRange(0, 23) { IsWhole = true },
            "minute" => new ValueRange(0, 59) { IsWhole = true },
            "day_of_week" => new ValueRange(0, 6) { IsWhole = true },
            "day_of_month" => new ValueRange(1, 31) { IsWhole = true },
            "day_of_year" => new ValueRange(1, 366) { IsWhole = true },
            "days_in_month" => new ValueRange(28, 31) { IsWhole = true },
            "month" => new ValueRange(1, 12) { IsWhole = true },
            _ => ValueRange.Any,
        };
    }

    private ValueRange OfBinary(BinaryExpression binary)
    {
        // A chain of left operands may be as long as the text.
        var chain = new Stack<BinaryExpression>();
        PromQlExpression first = binary;
        for (; first is BinaryExpression next && !_read.ContainsKey(next); first = next.Left)
        {
            chain.Push(next);
        }

        return chain.Aggregate(Read(first), (left, next) => _read[next] = Combine(next, left));
    }

    private ValueRange Combine(BinaryExpression binary, ValueRange left) => binary.Operator switch
    {
        BinaryOperator.Or => left.Or(Read(binary.Right)),
        BinaryOperator.And or BinaryOperator.Unless => left,
        BinaryOperator.Add => left.Plus(Read(binary.Right)),
        BinaryOperator.Subtract => left.Plus(Read(binary.Right).Negated()),
        BinaryOperator.Multiply => left.Times(Read(binary.Right)),
        BinaryOperator.Divide => PartOfWhole.Is(binary, IsNeverNegative) ? ValueRange.Ratio with { MayBeNaN = true } : left.Over(Read(binary.Right)),
        _ when binary.Operator.IsComparison() => Compared(binary, left),
        _ => ValueRange.Any,
    };

    private bool IsNeverNegative(PromQlExpression expression) => Read(expression).Min >= 0;

    // What passes a comparison with a number keeps its value, whichever side it stands on.
    private ValueRange Compared(BinaryExpression binary, ValueRange left)
    {
        if (binary.ReturnsBool)
        {
            return ValueRange.Boolean;
        }

        var turned = binary.Left.Type == PromQlType.Scalar;
        var (passing, op) = turned ? (Read(binary.Right), binary.Operator.Mirror()) : (left, binary.Operator);
        return (turned ? binary.Left : binary.Right).ConstantValue() is not { } number ? passing : op switch
        {
            BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => passing.Within(number, double.PositiveInfinity) with { MayBeNaN = false },
            BinaryOperator.Less or BinaryOperator.LessOrEqual => passing.Within(double.NegativeInfinity, number) with { MayBeNaN = false },
            BinaryOperator.Equal => passing.Within(number, number),
            _ => passing,
        };
    }
}
