using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations.Equivalence;

/// <summary>Inside <c>histogram_quantile</c> rate and increase are the same: it looks at the proportions of the buckets.</summary>
internal sealed class ScaleOfQuantile : IEquivalence
{
    /// <inheritdoc/>
    public string? Because(Mutant mutant, CheckSubject original, CheckSubject edited) =>
        original.Rules.FirstOrDefault(r => r.Alert == mutant.Subject) is { } rule && edited.Rules.FirstOrDefault(r => r.Alert == mutant.Subject) is { } now
        && rule.Expression.All<Call>().Any(c => c.Function.Name == "histogram_quantile" && c.DescendantsAndSelf().OfType<Call>().Any(f => f.Function.Name is "rate" or "increase"))
        && rule.Expression.All<Call>().Count(c => c.Function.Name is "rate" or "increase") == 1
        && Neutral(rule) == Neutral(now)
            ? "histogram_quantile looks at the proportions of the buckets, which rate and increase leave as they are" : null;

    private static string? Neutral(CheckedRule rule) => rule.Expression.Root?.ToString()?.Replace("increase(", "rate(", StringComparison.Ordinal);
}
