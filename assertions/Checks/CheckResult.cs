using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Differences;
using NovaCron.Validation.Assertions.Mutations;
using NovaCron.Validation.Assertions.Recipients;
using NovaCron.Validation.Assertions.Simulation.Behaviour;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>What the checks made of a configuration.</summary>
public sealed record CheckResult
{
    /// <summary>The configuration, as it was named.</summary>
    public required string Configuration { get; init; }

    /// <summary>What was found, by file and line; what was silenced is not among it.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>How many findings comments in the files have silenced.</summary>
    public int Silenced { get; init; }

    /// <summary>The text of every file, by the path that findings give.</summary>
    public required ImmutableSortedDictionary<string, string> Files { get; init; }

    /// <summary>What the rules did in virtual time; null where they were shown nothing.</summary>
    public BehaviourResult? Simulation { get; init; }

    /// <summary>How many edits would be noticed; null where none was tried.</summary>
    public MutationResult? Mutation { get; init; }

    /// <summary>What is other than in the configuration that it was compared with; null where it was compared with none.</summary>
    public Comparison? Against { get; init; }

    /// <summary>Who hears of each alert; null where it was not asked.</summary>
    public ImmutableArray<AlertRecipients>? Recipients { get; init; }

    /// <summary>Wall time.</summary>
    public TimeSpan Wall { get; init; }

    /// <summary>Whether anything was found that no ledger entry foretells and that is graver than <see cref="Severity.Info"/>.</summary>
    public bool HasNewFindings => Findings.Any(IsNew);

    /// <summary>Whether a finding fails the check.</summary>
    public static bool IsNew(Finding finding) => finding is { Severity: not Severity.Info, KnownDefect: null };
}

/// <summary>A comparison with another configuration.</summary>
/// <param name="Name">The other configuration, as it was named.</param>
/// <param name="Differences">What is other.</param>
public sealed record Comparison(string Name, ImmutableArray<Difference> Differences);
