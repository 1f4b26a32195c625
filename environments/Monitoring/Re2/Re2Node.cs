using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>
/// A part of an RE2 expression. Flags are resolved while it is read, so a node means the same wherever it stands. What a reader asks of a node it
/// works out from its children's answers once, when it is made, so that no depth of nesting costs stack.
/// </summary>
internal abstract record Re2Node
{
    /// <summary>Whether the empty text matches.</summary>
    public abstract bool MatchesEmpty { get; }

    /// <summary>How often counts repeat a part of it: the largest product of those inside one another, at least 1.</summary>
    public abstract int Repetitions { get; }
}

/// <summary>One character out of a set.</summary>
/// <param name="Set">The set.</param>
internal sealed record Re2Character(RuneSet Set) : Re2Node
{
    /// <inheritdoc/>
    public override bool MatchesEmpty => false;

    /// <inheritdoc/>
    public override int Repetitions => 1;
}

/// <summary>Nodes one after the other; none for the empty text.</summary>
/// <param name="Nodes">The nodes.</param>
internal sealed record Re2Sequence(ImmutableArray<Re2Node> Nodes) : Re2Node
{
    /// <inheritdoc/>
    public override bool MatchesEmpty { get; } = Nodes.All(n => n.MatchesEmpty);

    /// <inheritdoc/>
    public override int Repetitions { get; } = Nodes.Select(n => n.Repetitions).DefaultIfEmpty(1).Max();
}

/// <summary>One of several nodes.</summary>
/// <param name="Nodes">The nodes, at least one.</param>
internal sealed record Re2Choice(ImmutableArray<Re2Node> Nodes) : Re2Node
{
    /// <inheritdoc/>
    public override bool MatchesEmpty { get; } = Nodes.Any(n => n.MatchesEmpty);

    /// <inheritdoc/>
    public override int Repetitions { get; } = Nodes.Max(n => n.Repetitions);
}

/// <summary>A node repeated. Greedy and lazy are the same here: only whether the whole text matches is asked.</summary>
/// <param name="Node">The node.</param>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at most; null for any number.</param>
internal sealed record Re2Repeat(Re2Node Node, int Least, int? Most) : Re2Node
{
    /// <inheritdoc/>
    public override bool MatchesEmpty { get; } = Least == 0 || Node.MatchesEmpty;

    /// <inheritdoc/>
    public override int Repetitions { get; } = Most == 0 ? 1 : Node.Repetitions * Math.Max(1, Most ?? Least);
}

/// <summary>A condition on a place between two characters.</summary>
/// <param name="Kind">The condition.</param>
internal sealed record Re2Assertion(Re2AssertionKind Kind) : Re2Node
{
    /// <inheritdoc/>
    public override bool MatchesEmpty => Kind != Re2AssertionKind.WordBoundary;

    /// <inheritdoc/>
    public override int Repetitions => 1;
}

/// <summary>The conditions on a place.</summary>
internal enum Re2AssertionKind
{
    TextBegin,
    TextEnd,
    LineBegin,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}
