using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations.Equivalence;

/// <summary>
/// One side of an operator between two vectors asks for less than before, and the other still asks for the same label, by which the two are paired:
/// what the one side has more finds no partner.
/// </summary>
internal sealed class OtherSideAsks : IEquivalence
{
    /// <inheritdoc/>
    public string? Because(Mutant mutant, CheckSubject original, CheckSubject edited)
    {
        var rule = original.Rules.FirstOrDefault(r => r.Alert == mutant.Subject);
        var now = edited.Rules.FirstOrDefault(r => r.Alert == mutant.Subject);
        if (rule?.Expression.Root is null || now?.Expression.Root is null)
        {
            return null;
        }

        var (before, after) = (rule.Expression.All<VectorSelector>().ToList(), now.Expression.All<VectorSelector>().ToList());
        var changed = before.Count == after.Count ? before.Zip(after).Where(p => !p.First.Matchers.SequenceEqual(p.Second.Matchers)).ToList() : [];
        return changed is [var (selector, weaker)] && selector.Name == weaker.Name && Lost(selector, weaker) is { } lost && rule.Expression.All<BinaryExpression>().Any(b => Pairs(b, selector, lost))
            ? LeftOut(weaker.Matchers.Except(selector.Matchers).FirstOrDefault(), original) is { } leftOut ? $"the other side of the operator still asks for {lost.Name}, by which the two are paired{leftOut}" : null
            : null;
    }

    // The only matcher that is gone or asks for less: one that a series without such a label or value passes.
    private static LabelMatcher? Lost(VectorSelector before, VectorSelector after)
    {
        var gone = before.Matchers.Except(after.Matchers).ToList();
        var added = after.Matchers.Except(before.Matchers).ToList();
        return gone is [var lost] && (added.Count == 0 || added is [{ Type: LabelMatchType.NotEqual, MatchesEmpty: true }]) ? lost : null;
    }

    // What the weaker matcher leaves out instead must be nothing that the rules speak of; null where it is.
    private static string? LeftOut(LabelMatcher? weaker, CheckSubject original) =>
        weaker is null ? ""
        : original.Rules.SelectMany(r => r.Expression.All<VectorSelector>()).SelectMany(s => s.Matchers).Any(m => m.Name == weaker.Name && m.Value == weaker.Value) ? null
        : $", and no rule speaks of a {weaker.Name} \"{weaker.Value}\", which alone is left out now";

    private static bool Pairs(BinaryExpression binary, VectorSelector selector, LabelMatcher lost)
    {
        var other = binary.Left.DescendantsAndSelf().Contains(selector) ? binary.Right : binary.Right.DescendantsAndSelf().Contains(selector) ? binary.Left : null;
        return other is not null && binary is { Matching: { Cardinality: VectorMatchCardinality.OneToOne } matching }
            && matching.On == matching.Labels.Contains(lost.Name)
            // What picks some series out of all would pick others.
            && !binary.DescendantsAndSelf().OfType<AggregateExpression>().Any(a => a.Operator is "topk" or "bottomk" or "limitk" or "limit_ratio")
            && LabelFlow.Of(binary.Left)[lost.Name].Presence != Presence.Never && LabelFlow.Of(binary.Right)[lost.Name].Presence != Presence.Never
            && other.DescendantsAndSelf().OfType<VectorSelector>().ToList() is { Count: > 0 } others && others.TrueForAll(s => s.Matchers.Contains(lost));
    }
}
