using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Simulation.Derivation;

/// <summary>
/// Finds what makes the series of an expression: a selector, rate, increase and delta of one, a quantile of a histogram, sums, averages and extremes
/// of those, and arithmetic with numbers, ratios and sums between them.
/// </summary>
internal static class DriverDerivation
{
    /// <summary>The driver of an expression.</summary>
    /// <exception cref="NotDrivableException">There is none; the message says which part of the expression is in the way.</exception>
    public static ISignalDriver Of(PromQlExpression expression) => expression.WithoutParentheses() switch
    {
        VectorSelector selector => new SelectorDriver(Selector(selector), isCounter: false),
        Call call => OfCall(call),
        AggregateExpression { Without: true } aggregate => throw Not($"{aggregate.Operator} without (…) keeps labels that the expression does not name"),
        AggregateExpression { Operator: "sum" } sum => new SumDriver(Of(sum.Expression), sum.Grouping),
        AggregateExpression { Operator: "avg" or "max" or "min" } every => new EveryDriver(Of(every.Expression), every.Grouping),
        AggregateExpression aggregate => throw Not($"{aggregate.Operator} is not simulated"),
        BinaryExpression binary => OfBinary(binary),
        UnaryExpression { IsNegative: true } negative => new AffineDriver(Of(negative.Expression), -1),
        UnaryExpression positive => Of(positive.Expression),
        SubqueryExpression => throw Not("a subquery is not simulated"),
        var other => throw Not($"{other} is not simulated"),
    };

    /// <summary>The longest window of an expression.</summary>
    public static TimeSpan WindowOf(PromQlExpression expression) =>
        expression.DescendantsAndSelf().OfType<MatrixSelector>().Select(m => m.Range.Value).DefaultIfEmpty(TimeSpan.Zero).Max();

    private static ISignalDriver OfCall(Call call) => call switch
    {
        { Function.Name: "rate" or "irate" or "deriv", Arguments: [MatrixSelector range] } => new SelectorDriver(Selector(range.Selector), isCounter: true),
        { Function.Name: "increase" or "delta", Arguments: [MatrixSelector range] } =>
            new AffineDriver(new SelectorDriver(Selector(range.Selector), isCounter: true), range.Range.Value.TotalSeconds),
        { Function.Name: "avg_over_time" or "max_over_time" or "min_over_time" or "last_over_time", Arguments: [MatrixSelector range] } =>
            new SelectorDriver(Selector(range.Selector), isCounter: false),
        { Function.Name: "histogram_quantile", Arguments: [var level, var buckets] } => OfQuantile(level, buckets),
        _ => throw Not($"{call.Function.Name}() is not simulated"),
    };

    private static QuantileDriver OfQuantile(PromQlExpression level, PromQlExpression buckets)
    {
        var rates = buckets.WithoutParentheses() is AggregateExpression { Operator: "sum", Without: false } sum ? sum.Expression.WithoutParentheses() : buckets.WithoutParentheses();
        return level.ConstantValue() is { } quantile and > 0 and < 1 && rates is Call { Function.Name: "rate" or "increase", Arguments: [MatrixSelector range] }
            ? new QuantileDriver(quantile, Selector(range.Selector))
            : throw Not("only a quantile of the rates of a histogram's buckets is simulated");
    }

    private static ISignalDriver OfBinary(BinaryExpression binary) => (binary.Operator, binary.Left.ConstantValue(), binary.Right.ConstantValue()) switch
    {
        (BinaryOperator.Multiply, { } factor, null) when factor != 0 => new AffineDriver(Of(binary.Right), factor),
        (BinaryOperator.Multiply, null, { } factor) when factor != 0 => new AffineDriver(Of(binary.Left), factor),
        (BinaryOperator.Divide, null, { } divisor) when divisor != 0 => new AffineDriver(Of(binary.Left), 1 / divisor),
        (BinaryOperator.Add, null, { } added) => new AffineDriver(Of(binary.Left), 1, added),
        (BinaryOperator.Add, { } added, null) => new AffineDriver(Of(binary.Right), 1, added),
        (BinaryOperator.Subtract, null, { } taken) => new AffineDriver(Of(binary.Left), 1, -taken),
        (BinaryOperator.Subtract, { } whole, null) => new AffineDriver(Of(binary.Right), -1, whole),
        (BinaryOperator.Divide, null, null) => new RatioDriver(Of(binary.Left), Of(binary.Right)),
        (BinaryOperator.Add, null, null) => new TotalDriver(Of(binary.Left), Of(binary.Right)),
        (_, null, null) => throw Not($"{binary.Operator.Text()} between {Of(binary.Left).Selectors[0]} and {Of(binary.Right).Selectors[0]} is not simulated"),
        _ => throw Not($"{binary} is not simulated"),
    };

    private static SeriesSelector Selector(VectorSelector selector)
    {
        if (selector.Modifiers.Offset is not null || selector.Modifiers.At is not null)
        {
            throw Not("offset and @ are not simulated");
        }

        var name = selector.Matchers.FirstOrDefault(m => m.Name == LabelMatcher.MetricName);
        return name is { Type: LabelMatchType.Equal, Value.Length: > 0 }
            ? new SeriesSelector(name.Value, [.. selector.Matchers.Where(m => m.Name != LabelMatcher.MetricName).Select(Matcher)])
            : throw Not("a selector without the name of a metric is not simulated");
    }

    private static Matcher Matcher(LabelMatcher matcher) => new(
        matcher.Name, matcher.Type switch { LabelMatchType.Equal => "=", LabelMatchType.NotEqual => "!=", LabelMatchType.Regex => "=~", _ => "!~" }, matcher.Value);

    private static NotDrivableException Not(string why) => new(why);
}
