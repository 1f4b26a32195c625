using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>An open group of an expression, or the whole of it.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="flags">The flags that hold again behind it.</param>
internal sealed class Re2Group(int start, Re2Flags flags)
{
    // Go's own limit, also for counts that multiply where they nest.
    private const int MostRepeated = 1000;

    private readonly ImmutableArray<Re2Node>.Builder _choices = ImmutableArray.CreateBuilder<Re2Node>();
    private readonly List<Re2Node> _nodes = [];

    /// <summary>Where it begins.</summary>
    public int Start => start;

    /// <summary>The flags that hold again behind it.</summary>
    public Re2Flags Flags => flags;

    /// <summary>Adds a node.</summary>
    public void Add(Re2Node node) => _nodes.Add(node);

    /// <summary>Repeats the last node.</summary>
    /// <param name="least">How often at least.</param>
    /// <param name="most">How often at most; null for any number.</param>
    /// <param name="at">Where the repetition stands.</param>
    /// <exception cref="Re2Exception">There is no last node, or its own counts and this one multiply to more than Go allows.</exception>
    public void Repeat(int least, int? most, int at)
    {
        var node = _nodes.Count > 0 ? _nodes[^1] : throw new Re2Exception("there is nothing to repeat", at);
        var repeated = new Re2Repeat(node, least, most);
        _nodes[^1] = repeated.Repetitions > MostRepeated ? throw new Re2Exception($"nested counts repeat more than {MostRepeated} times", at)
            : most == 0 ? new Re2Sequence([])
            : node is Re2Repeat inner && IsSimple(inner) && IsSimple(repeated) ? new Re2Repeat(inner.Node, least * inner.Least, inner.Most is null ? null : most)
            : repeated;
    }

    // What an empty \Q\E parts may be repeated again: one repetition stands for both, so that no number of them makes a tree deep.
    private static bool IsSimple(Re2Repeat repeat) => repeat is { Least: 0 or 1, Most: null or 1 };

    /// <summary>Begins the next choice.</summary>
    public void Alternate()
    {
        _choices.Add(new Re2Sequence([.. _nodes]));
        _nodes.Clear();
    }

    /// <summary>The group as a node.</summary>
    public Re2Node Close()
    {
        Alternate();
        return _choices.Count == 1 ? _choices[0] : new Re2Choice(_choices.ToImmutable());
    }
}
