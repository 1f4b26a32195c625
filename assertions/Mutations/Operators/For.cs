using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary><c>for</c> doubled, halved and dropped; <c>keep_firing_for</c> added.</summary>
public sealed class For : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "for";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) => rule.Rule.ForText is not { } text ? [] :
    [
        .. Replace(rule, edit, text, Numbers.Duration(rule.Rule.For * 2)),
        .. Replace(rule, edit, text, Numbers.Duration(rule.Rule.For / 2)),
        Make(rule, "for dropped", edit.WithoutLines(text.Position.Line, text.Position.Line), text.Position),
        Make(rule, "keep_firing_for: 30m added", edit.WithLineBefore(text.Position.Line, "keep_firing_for: 30m"), text.Position),
    ];
}
