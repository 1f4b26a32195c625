using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Labels;

/// <summary>Follows labels through an expression as Prometheus' engine does. Source: <c>promql/engine.go</c> (aggregation, VectorBinop, resultMetric) and <c>promql/functions.go</c>.</summary>
internal static class LabelFlowReader
{
    /// <summary>Reads it, innermost part first.</summary>
    public static LabelFlow Read(PromQlExpression expression) => expression switch
    {
        VectorSelector selector => OfSelector(selector),
        MatrixSelector matrix => OfSelector(matrix.Selector),
        SubqueryExpression subquery => Read(subquery.Expression),
        ParenExpression paren => Read(paren.Expression),
        UnaryExpression unary => Read(unary.Expression),
        AggregateExpression aggregate => OfAggregate(aggregate),
        Call call => OfCall(call),
        BinaryExpression binary => OfBinary(binary),
        _ => LabelFlow.None,
    };

    private static LabelFlow OfSelector(VectorSelector selector) => selector.Matchers
        .Where(m => m.Name != LabelMatcher.MetricName)
        .Aggregate(LabelFlow.Any, (flow, m) => m switch
        {
            { Type: LabelMatchType.Equal, Value.Length: 0 } => flow.With(m.Name, LabelFact.Never),
            { Type: LabelMatchType.Equal } => flow.With(m.Name, new LabelFact(Presence.Always, m.Value)),
            { MatchesEmpty: false } when flow[m.Name].Presence == Presence.Maybe => flow.With(m.Name, new LabelFact(Presence.Always)),
            _ => flow,
        });

    private static LabelFlow OfAggregate(AggregateExpression aggregate)
    {
        var series = Read(aggregate.Expression);
        // These pick series and leave them as they are.
        if (aggregate.Operator is "topk" or "bottomk" or "limitk" or "limit_ratio")
        {
            return series;
        }

        var grouped = aggregate.Without ? series.Without(aggregate.Grouping) : series.Only(aggregate.Grouping);
        return aggregate is { Operator: "count_values", Parameter: { } parameter } && parameter.WithoutParentheses() is StringLiteral label
            ? grouped.With(label.Value, new LabelFact(Presence.Always))
            : grouped;
    }

    private static LabelFlow OfCall(Call call)
    {
        var series = call.Arguments.Where(a => a.Type is PromQlType.Vector or PromQlType.Matrix).Select(Read).FirstOrDefault(LabelFlow.None);
        return call.Function.Name switch
        {
            "absent" or "absent_over_time" => OfAbsence(call.Arguments[0]),
            "histogram_quantile" => series.With("le", LabelFact.Never),
            "label_replace" or "label_join" when call.Arguments[1].WithoutParentheses() is StringLiteral target => series.With(target.Value, LabelFact.Maybe),
            "scalar" or "vector" or "time" or "pi" => LabelFlow.None,
            // Without an argument they are about the evaluation's own time.
            _ when call.Arguments.IsEmpty => LabelFlow.None,
            _ => series,
        };
    }

    // What is absent has the labels that were asked for by equality, once each.
    private static LabelFlow OfAbsence(PromQlExpression argument)
    {
        var selector = argument.WithoutParentheses() switch
        {
            VectorSelector vector => vector,
            MatrixSelector matrix => matrix.Selector,
            _ => null,
        };
        var asked = (selector?.Matchers ?? []).Where(m => m.Name != LabelMatcher.MetricName).GroupBy(m => m.Name)
            .Where(g => g.Count() == 1 && g.Single() is { Type: LabelMatchType.Equal, Value.Length: > 0 }).Select(g => g.Single());
        return new LabelFlow(LabelFact.Never, asked.Select(m => KeyValuePair.Create(m.Name, new LabelFact(Presence.Always, m.Value))));
    }

    private static LabelFlow OfBinary(BinaryExpression binary)
    {
        // A chain of left operands may be as long as the text.
        var chain = new Stack<BinaryExpression>();
        PromQlExpression first = binary;
        for (; first is BinaryExpression next; first = next.Left)
        {
            chain.Push(next);
        }

        var flow = Read(first);
        var type = first.Type;
        foreach (var next in chain)
        {
            flow = Combine(next, flow, type);
            type = next.Type;
        }

        return flow;
    }

    private static LabelFlow Combine(BinaryExpression binary, LabelFlow left, PromQlType leftType)
    {
        if (leftType == PromQlType.Scalar || binary.Right.Type == PromQlType.Scalar)
        {
            return leftType == PromQlType.Scalar ? Read(binary.Right) : left;
        }

        var right = Read(binary.Right);
        return binary switch
        {
            { Operator: BinaryOperator.Or } => left.Or(right),
            { Operator: BinaryOperator.And or BinaryOperator.Unless } => left,
            { Matching: { Cardinality: VectorMatchCardinality.ManyToOne } matching } => Include(left, right, matching),
            { Matching: { Cardinality: VectorMatchCardinality.OneToMany } matching } => Include(right, left, matching),
            { Matching: { On: true } matching } => left.Only(matching.Labels),
            { Matching: { } matching } => left.Without(matching.Labels),
            _ => left,
        };
    }

    private static LabelFlow Include(LabelFlow many, LabelFlow one, VectorMatching matching) =>
        matching.Include.Aggregate(many, (flow, label) => flow.With(label, one[label]));
}
