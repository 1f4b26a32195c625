using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>An alert whose rule is to be shown signals in virtual time.</summary>
public sealed record SimulatedAlert
{
    /// <summary>What is promised of it.</summary>
    public required AlertContract Contract { get; init; }

    /// <summary>What the scraped system shows.</summary>
    public required SimulatedSystem System { get; init; }

    /// <summary>The rule file.</summary>
    public required RuleFile File { get; init; }

    /// <summary>The rule.</summary>
    public required AlertingRule Rule { get; init; }

    /// <summary>How often the rule is evaluated: its group's interval, or the global one.</summary>
    public required TimeSpan EvaluationInterval { get; init; }

    /// <summary>Signals of the scenario's own, which no contract's signal tells.</summary>
    public ImmutableArray<SimulatedCase> Cases { get; init; } = [];

    /// <summary>Whether the file has other rules of that name, so that only alerts of the promised severity are this one's.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>Whether nothing is promised of it, so that its rule is taken at its own word.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The name of the alert.</summary>
    public string Name => Contract.Alert;
}
