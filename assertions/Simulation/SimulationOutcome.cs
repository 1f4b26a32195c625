using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>One evaluation in virtual time.</summary>
/// <param name="At">Documented time from the start of the case.</param>
/// <param name="IsFiring">Whether the alert fired.</param>
/// <param name="Signal">Worst value of the promised signal; null when it has none.</param>
public readonly record struct SimulatedEvaluation(TimeSpan At, bool IsFiring, double? Signal);

/// <summary>What the real rule engine made of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Evaluations">Every evaluation, in order.</param>
public sealed record SimulationOutcome(SimulatedCase Case, ImmutableArray<SimulatedEvaluation> Evaluations)
{
    /// <summary>What the rule's own expression came to without its comparison; null where nobody asked.</summary>
    public OwnValue? Own { get; init; }
}

/// <summary>What a rule's expression, without its comparison, came to over a case.</summary>
/// <param name="Worst">Its worst value; null when it had none at any evaluation.</param>
public sealed record OwnValue(double? Worst);
