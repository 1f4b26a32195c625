using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Expressions;

/// <summary>Two sides of an operator whose series can never be paired, or cannot be paired one to one.</summary>
public sealed class ImpossibleMatching : ICheck
{
    // Labels are followed anew for every operator, so that the work grows with the square of their number.
    private const int MostOperators = 200;

    /// <inheritdoc/>
    public string Name => "expression/impossible-matching";

    /// <inheritdoc/>
    public string About => "an operator whose sides can have no labels in common, or several series where there may be one";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from expression in RuleExpression.Of(subject)
        let operators = expression.Nodes.OfType<BinaryExpression>().Take(MostOperators + 1).ToList()
        where operators.Count <= MostOperators
        from binary in operators
        where binary.Matching is not null && binary.Operator != BinaryOperator.Or
        let finding = Conflict(expression, binary) ?? Duplicates(expression, binary)
        where finding is not null
        select finding;

    private Finding? Conflict(RuleExpression expression, BinaryExpression binary)
    {
        var (left, right, matching) = (LabelFlow.Of(binary.Left), LabelFlow.Of(binary.Right), binary.Matching!);
        var labels = matching.On ? matching.Labels : left.Named.Union(right.Named).Except(matching.Labels);
        foreach (var label in labels)
        {
            var why = (left[label], right[label]) switch
            {
                ({ Presence: Presence.Always, Value: { } one }, { Presence: Presence.Always, Value: { } other }) when one != other => $"{label} is \"{one}\" on the left and \"{other}\" on the right",
                ({ Presence: Presence.Always }, { Presence: Presence.Never }) => $"every series on the left has the label {label} and none on the right has",
                ({ Presence: Presence.Never }, { Presence: Presence.Always }) => $"every series on the right has the label {label} and none on the left has",
                _ => null,
            };
            if (why is not null)
            {
                return binary.Operator == BinaryOperator.Unless
                    ? expression.At(binary, Name, Severity.Warning, $"unless takes nothing away: {why}", Mend(label))
                    : expression.At(binary, Name, Severity.Error, $"no series of the two sides of {binary.Operator.Text()} are ever paired, so that it has no value: {why}", Mend(label));
            }
        }

        return null;
    }

    private static string Mend(string label) => $"pair them by the labels that both have, with on (…) or ignoring ({label})";

    private Finding? Duplicates(RuleExpression expression, BinaryExpression binary)
    {
        var matching = binary.Matching!;
        var (isLeftOne, isRightOne) = matching.Cardinality switch
        {
            VectorMatchCardinality.OneToOne => (true, true),
            VectorMatchCardinality.ManyToOne => (false, true),
            VectorMatchCardinality.OneToMany => (true, false),
            _ => (false, false),
        };
        var many = (isLeftOne ? Extra(binary.Left, matching) : null) is { } left ? ("left", left)
            : (isRightOne ? Extra(binary.Right, matching) : null) is { } right ? ("right", right) : default((string Side, string Label)?);
        return many is not var (side, label) ? null : expression.At(
            binary.Modifiers, Name, Severity.Warning,
            $"the {side} side has a series for each {label}, by which it is not paired: as soon as there are two of them, Prometheus refuses the evaluation and the rule is dead",
            matching.Cardinality == VectorMatchCardinality.OneToOne ? $"sum the {side} side without {label}, or say {(side == "left" ? "group_left" : "group_right")}" : $"sum the {side} side without {label}");
    }

    // A label that the aggregation keeps apart and the pairing does not look at.
    private static string? Extra(PromQlExpression side, VectorMatching matching)
    {
        if (side.WithoutParentheses() is not AggregateExpression { Without: false, Operator: not ("topk" or "bottomk" or "limitk" or "limit_ratio") } aggregate)
        {
            return null;
        }

        var flow = LabelFlow.Of(aggregate);
        return aggregate.Grouping.FirstOrDefault(label => matching.Labels.Contains(label) != matching.On && flow[label] is { Presence: not Presence.Never, Value: null });
    }
}
