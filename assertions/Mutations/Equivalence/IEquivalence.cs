using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Mutations.Equivalence;

/// <summary>A reason for which an edit that nothing notices changes nothing.</summary>
internal interface IEquivalence
{
    /// <summary>Why the edit changes nothing; null where this is no reason.</summary>
    /// <param name="mutant">The edit.</param>
    /// <param name="original">The configuration without it.</param>
    /// <param name="edited">The configuration with it.</param>
    string? Because(Mutant mutant, CheckSubject original, CheckSubject edited);
}
