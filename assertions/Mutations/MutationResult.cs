using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Mutations;

/// <summary>How many edits of a configuration would be noticed.</summary>
public sealed record MutationResult
{
    /// <summary>Every edit that was tried, with what became of it.</summary>
    public required ImmutableArray<JudgedMutant> Mutants { get; init; }

    /// <summary>Edits that were noticed.</summary>
    public IEnumerable<JudgedMutant> Caught => Mutants.Where(m => m.CaughtBy is not null);

    /// <summary>Edits that change nothing for anybody, each with the reason.</summary>
    public IEnumerable<JudgedMutant> Equivalent => Mutants.Where(m => m is { CaughtBy: null, EquivalentBecause: not null });

    /// <summary>Edits that would go unnoticed.</summary>
    public IEnumerable<JudgedMutant> Missed => Mutants.Where(m => m is { CaughtBy: null, EquivalentBecause: null });

    /// <summary>Share of the edits that were noticed, of those that change something; 1 where none does.</summary>
    public double Score => Caught.Count() is var caught && caught + Missed.Count() is > 0 and var all ? (double)caught / all : 1;
}

/// <summary>An edit, and what became of it.</summary>
/// <param name="Mutant">The edit.</param>
/// <param name="CaughtBy">The check that noticed it, or <c>refused</c> where the file can no longer be read; null where none did.</param>
/// <param name="EquivalentBecause">Why it changes nothing; null where it does, or where it was noticed.</param>
public sealed record JudgedMutant(Mutant Mutant, string? CaughtBy, string? EquivalentBecause);
