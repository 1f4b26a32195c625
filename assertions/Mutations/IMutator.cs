using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Mutations;

/// <summary>A kind of edit, made wherever a configuration has a place for it.</summary>
public interface IMutator
{
    /// <summary>Its name, e.g. <c>threshold</c>.</summary>
    string Name { get; }

    /// <summary>Every edit of the kind, each alone.</summary>
    IEnumerable<Mutant> Of(CheckSubject subject);
}
