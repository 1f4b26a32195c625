using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Expressions;

/// <summary>A comparison that no value passes.</summary>
public sealed class NeverTrue : ICheck
{
    private const int MostQuoted = 80;

    /// <inheritdoc/>
    public string Name => "expression/never-true";

    /// <inheritdoc/>
    public string About => "a comparison that no value can pass";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var values = new KnownValues(subject.Supply);
        return from expression in RuleExpression.Of(subject)
               from comparison in ConstantComparison.In(expression.Root)
               let range = values.ByLanguage(comparison.Signal)
               where comparison.NeverHolds(range)
               select Report(expression, comparison, range);
    }

    private Finding Report(RuleExpression expression, ConstantComparison comparison, ValueRange range)
    {
        var isAll = expression.Root.WithoutParentheses() == comparison.Node;
        var consequence = (isAll, expression.Alert) switch
        {
            (true, not null) => "this alert never fires",
            (true, null) => "nothing is recorded",
            _ => "this part never has a value",
        };
        return expression.At(
            comparison.Node, Name, isAll ? Severity.Error : Severity.Warning,
            $"{consequence}: {Describe(expression, comparison.Signal, range)}, hence never {comparison.Operator.Text()} {Numbers.Text(comparison.Number)}", null);
    }

    /// <summary>Says which values an expression can have.</summary>
    internal static string Describe(RuleExpression expression, PromQlExpression signal, ValueRange range)
    {
        var what = signal.End - signal.Start <= MostQuoted ? expression.Quote(signal) : "what is compared";
        return range switch
        {
            { IsConstant: true } => $"{what} is always {Numbers.Text(range.Min)}",
            { IsWhole: true, Min: 0, Max: 1 } => $"{what} is 0 or 1",
            { Max: double.PositiveInfinity } => $"{what} is never below {Numbers.Text(range.Min)}{(range.IsWhole ? ", and whole" : "")}",
            { Min: double.NegativeInfinity } => $"{what} is never above {Numbers.Text(range.Max)}",
            _ => $"{what} lies between {Numbers.Text(range.Min)} and {Numbers.Text(range.Max)}{(range.IsWhole ? ", and is whole" : "")}",
        };
    }
}
