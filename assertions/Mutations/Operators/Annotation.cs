using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>An annotation dropped, or a field that its template reads misspelt.</summary>
public sealed partial class Annotation : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "annotation";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) =>
        from annotation in rule.Rule.AnnotationEntries
        from mutant in Drop(rule, edit, $"annotation {annotation.Name}", annotation.Position).Concat(
            from Match field in Fields().Matches(annotation.Value)
            let name = field.Groups["name"]
            from misspelt in Replace(rule, edit, annotation.Text, name.Index, name.Length, name.Value + "x")
            select misspelt)
        select mutant;

    [GeneratedRegex(@"\$(labels\.)?(?<name>[a-zA-Z_]+)|\|\s*(?<name>[a-zA-Z]+)")]
    private static partial Regex Fields();
}
