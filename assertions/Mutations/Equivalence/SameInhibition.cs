using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Checks.Inhibitions;

namespace NovaCron.Validation.Assertions.Mutations.Equivalence;

/// <summary>An inhibition rule was edited that could inhibit no alert of the configuration, and cannot now.</summary>
internal sealed class SameInhibition : IEquivalence
{
    /// <inheritdoc/>
    public string? Because(Mutant mutant, CheckSubject original, CheckSubject edited)
    {
        var rules = original.Folder.Alertmanager?.InhibitRules ?? [];
        var isOfInhibition = mutant.Position.File == original.Folder.Alertmanager?.File.Name && rules.Any(r =>
            mutant.Position.Line >= r.Position.Line && mutant.Position.Line <= new FileEdit(original.Folder.Alertmanager!.File).LastLineOf(r.Position.Line));
        return isOfInhibition && Pairs(original).SequenceEqual(Pairs(edited)) ? "no alert of the configuration is inhibited otherwise" : null;
    }

    // Who may inhibit whom, and in what they must agree.
    private static IEnumerable<string> Pairs(CheckSubject subject) =>
        (from rule in InhibitPairs.Of(subject)
         from target in rule.Targets
         from source in rule.Sources
         where InhibitPairs.MayHold(source, target)
         select $"{source.Alert} {target.Alert} {string.Join(' ', rule.Rule.Equal.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal);
}
