using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Differences;

namespace NovaCron.Validation.Assertions.Mutations.Equivalence;

/// <summary>Alerts, their conditions, routes, messages and inhibitions are as before, and where an alert ends up hangs on no label that is uncertain.</summary>
internal sealed class NoDifference : IEquivalence
{
    /// <inheritdoc/>
    public string? Because(Mutant mutant, CheckSubject original, CheckSubject edited) =>
        DifferenceJob.Of(original, edited).IsEmpty && IsCertain(original) && IsCertain(edited)
            ? "by its labels, every alert of the configuration ends up at the same receivers as before, at the same times and grouped alike" : null;

    // Of an alert whose way is uncertain, a comparison says nothing.
    private static bool IsCertain(CheckSubject subject) =>
        subject.Routes is not { } routes || subject.Rules.All(r => routes.MatchedLabels.All(r.AlertLabels.IsCertain));
}
