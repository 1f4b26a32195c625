using System.Collections.Immutable;
using System.Text;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;
using NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <summary>
/// Prints trees in Prometheus' canonical form (<c>promql/parser/printer.go</c> of 3.5), which the rules API shows, but for what that form loses:
/// a print always reads as the same tree again.
/// </summary>
public static partial class PromQlPrinter
{
    /// <summary>Prints a tree.</summary>
    public static string Print(PromQlExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var text = new StringBuilder();
        Append(text, expression);
        return text.ToString();
    }

    private static void Append(StringBuilder text, PromQlExpression node)
    {
        switch (node)
        {
            case BinaryExpression binary:
                AppendChain(text, binary);
                break;
            case UnaryExpression unary:
                Append(text.Append(unary.IsNegative ? '-' : '+'), unary.Expression);
                break;
            case ParenExpression paren:
                Append(text.Append('('), paren.Expression);
                text.Append(')');
                break;
            case Call call:
                AppendArguments(text.Append(call.Function.Name), call.Arguments);
                break;
            case AggregateExpression aggregate:
                text.Append(aggregate.Operator);
                AppendGrouping(text, aggregate);
                AppendArguments(text, aggregate.Children);
                break;
            case MatrixSelector matrix:
                AppendSelector(text, matrix.Selector);
                text.Append('[').Append(PromQlDurationText.Format(matrix.Range.Value)).Append(']');
                AppendModifiers(text, matrix.Selector.Modifiers);
                break;
            case SubqueryExpression subquery:
                Append(text, subquery.Expression);
                text.Append('[').Append(PromQlDurationText.Format(subquery.Range.Value)).Append(':');
                text.Append(subquery.Step is { } step ? PromQlDurationText.Format(step.Value) : "").Append(']');
                AppendModifiers(text, subquery.Modifiers);
                break;
            case VectorSelector selector:
                AppendSelector(text, selector);
                AppendModifiers(text, selector.Modifiers);
                break;
            case NumberLiteral number:
                text.Append(Number(number));
                break;
            case StringLiteral literal:
                text.Append(PromQlString.Quote(literal.Value));
                break;
            default:
                throw new ArgumentException($"{node.GetType().Name} is no node of PromQL", nameof(node));
        }
    }

    // A chain of left operands may be as long as the text: it is walked in a loop.
    private static void AppendChain(StringBuilder text, BinaryExpression last)
    {
        var chain = new Stack<BinaryExpression>();
        PromQlExpression first = last;
        for (; first is BinaryExpression binary; first = binary.Left)
        {
            chain.Push(binary);
        }

        AppendFirst(text, first, chain.Peek().Operator);
        foreach (var binary in chain)
        {
            text.Append(' ').Append(binary.Operator.Text()).Append(binary.ReturnsBool ? " bool" : "");
            AppendMatching(text, binary.Matching);
            Append(text.Append(' '), binary.Right);
        }
    }

    // The sign of +Inf would bind less than ^ and turn round what is read.
    private static void AppendFirst(StringBuilder text, PromQlExpression first, BinaryOperator op)
    {
        if (op == BinaryOperator.Power && first is NumberLiteral { Value: double.PositiveInfinity })
        {
            text.Append("Inf");
        }
        else
        {
            Append(text, first);
        }
    }

    private static void AppendMatching(StringBuilder text, VectorMatching? matching)
    {
        var grouping = matching?.Cardinality switch
        {
            VectorMatchCardinality.ManyToOne => "group_left",
            VectorMatchCardinality.OneToMany => "group_right",
            _ => null,
        };
        if (matching is null || (matching.Labels.IsEmpty && !matching.On && grouping is null))
        {
            return;
        }

        text.Append(matching.On ? " on (" : " ignoring (").AppendJoin(", ", matching.Labels.Select(Label)).Append(')');
        if (grouping is not null)
        {
            text.Append(' ').Append(grouping).Append(" (").AppendJoin(", ", matching.Include.Select(Label)).Append(')');
        }
    }

    private static void AppendGrouping(StringBuilder text, AggregateExpression aggregate)
    {
        if (aggregate.Without || !aggregate.Grouping.IsEmpty)
        {
            text.Append(aggregate.Without ? " without (" : " by (").AppendJoin(", ", aggregate.Grouping.Select(Label)).Append(") ");
        }
    }

    private static void AppendArguments(StringBuilder text, ImmutableArray<PromQlExpression> arguments)
    {
        text.Append('(');
        for (var i = 0; i < arguments.Length; i++)
        {
            Append(text.Append(i == 0 ? "" : ", "), arguments[i]);
        }

        text.Append(')');
    }

    private static string Number(NumberLiteral number)
    {
        if (!number.IsDuration)
        {
            return PromQlNumber.Format(number.Value);
        }

        var sign = double.IsNegative(number.Value) ? "-" : "";
        return sign + PromQlDurationText.Format(TimeSpan.FromMilliseconds((long)Math.Round(Math.Abs(number.Value) * 1000)));
    }
}
