using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Checks.Inhibitions;
using NovaCron.Validation.Assertions.Checks.Labels;

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
        return isOfInhibition && Pairs(original).SequenceEqual(Pairs(edited)) ? "by their labels, no two alerts of the configuration inhibit each other otherwise than before" : null;
    }

    // Who may inhibit whom, in what they must agree, and on what that hangs where it is not certain.
    private static IEnumerable<string> Pairs(CheckSubject subject) =>
        (from rule in subject.Inhibitions
         from target in rule.Targets
         from source in rule.Sources
         where InhibitPairs.MayHold(source, target)
         let sides = new[] { source.AsSource, source.AsTarget, target.AsTarget, target.AsSource }
         let matchers = sides.Contains(Certainty.Maybe) ? string.Join(' ', rule.Rule.Source.Concat(rule.Rule.Target)) : ""
         select $"{source.Alert} {target.Alert} {string.Join(' ', rule.Rule.Equal.Order(StringComparer.Ordinal))} {string.Join(' ', sides)} {matchers}").Order(StringComparer.Ordinal);
}
