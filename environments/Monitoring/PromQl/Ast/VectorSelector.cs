using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>The series that fit some matchers.</summary>
/// <param name="name">The metric's name as written in front of the braces; empty when it stands inside or nowhere.</param>
/// <param name="matchers">The conditions; that of <paramref name="name"/> comes last.</param>
/// <param name="modifiers">What moves it in time.</param>
/// <param name="start">Offset of its first character.</param>
/// <param name="end">Offset just behind its last character, modifiers included.</param>
public sealed class VectorSelector(string name, ImmutableArray<LabelMatcher> matchers, TimeModifiers modifiers, int start, int end)
    : PromQlExpression(PromQlType.Vector, start, end, 1)
{
    /// <summary>The metric's name as written in front of the braces; empty when it stands inside or nowhere.</summary>
    public string Name { get; } = name;

    /// <summary>The conditions; that of <see cref="Name"/> comes last.</summary>
    public ImmutableArray<LabelMatcher> Matchers { get; } = matchers;

    /// <summary>What moves it in time; inside a range selector, what moves that one.</summary>
    public TimeModifiers Modifiers { get; } = modifiers;

    /// <inheritdoc/>
    public override ImmutableArray<PromQlExpression> Children => [];

    /// <summary>The same with other modifiers, up to another end.</summary>
    internal VectorSelector With(TimeModifiers modifiers, int end) => new(Name, Matchers, modifiers, Start, end);
}
