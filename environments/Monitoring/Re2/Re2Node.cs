using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>A part of an RE2 expression. Flags are resolved while it is read, so a node means the same wherever it stands.</summary>
internal abstract record Re2Node;

/// <summary>One character out of a set.</summary>
/// <param name="Set">The set.</param>
internal sealed record Re2Character(RuneSet Set) : Re2Node;

/// <summary>Nodes one after the other; none for the empty text.</summary>
/// <param name="Nodes">The nodes.</param>
internal sealed record Re2Sequence(ImmutableArray<Re2Node> Nodes) : Re2Node;

/// <summary>One of several nodes.</summary>
/// <param name="Nodes">The nodes, at least one.</param>
internal sealed record Re2Choice(ImmutableArray<Re2Node> Nodes) : Re2Node;

/// <summary>A node repeated. Greedy and lazy are the same here: only whether the whole text matches is asked.</summary>
/// <param name="Node">The node.</param>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at most; null for any number.</param>
internal sealed record Re2Repeat(Re2Node Node, int Least, int? Most) : Re2Node;

/// <summary>A condition on a place between two characters.</summary>
/// <param name="Kind">The condition.</param>
internal sealed record Re2Assertion(Re2AssertionKind Kind) : Re2Node;

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
