using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Differences;

namespace NovaCron.Validation.Assertions.Mutations.Equivalence;

/// <summary>Alerts, their conditions, routes, messages and inhibitions are as before.</summary>
internal sealed class NoDifference : IEquivalence
{
    /// <inheritdoc/>
    public string? Because(Mutant mutant, CheckSubject original, CheckSubject edited) =>
        DifferenceJob.Of(original, edited).IsEmpty ? "nothing is other for the people on call" : null;
}
