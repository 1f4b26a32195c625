using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>What simulated behaviour shows of a configuration's rules.</summary>
/// <param name="Cases">How many cases were put to the rule engine.</param>
/// <param name="Failed">Names of the cases that found something, in order.</param>
/// <param name="Findings">What was found.</param>
public sealed record BehaviourResult(int Cases, ImmutableArray<string> Failed, ImmutableArray<Finding> Findings);
