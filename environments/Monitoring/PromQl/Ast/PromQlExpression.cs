using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>A node of an expression's tree. Offsets are in UTF-16 units of the expression's text.</summary>
public abstract class PromQlExpression
{
    private protected PromQlExpression(PromQlType type, int start, int end, int depth)
    {
        Type = type;
        Start = start;
        End = end;
        Depth = depth;
    }

    /// <summary>What it yields.</summary>
    public PromQlType Type { get; }

    /// <summary>Offset of its first character.</summary>
    public int Start { get; }

    /// <summary>Offset just behind its last character.</summary>
    public int End { get; }

    /// <summary>The nodes right below it, in the order of the text.</summary>
    public abstract ImmutableArray<PromQlExpression> Children { get; }

    /// <summary>Levels of nodes, its own included; a chain of left operands is one, so that walkers need no more frames than that.</summary>
    internal int Depth { get; }

    /// <summary>It and all nodes below it, each before those below it.</summary>
    public IEnumerable<PromQlExpression> DescendantsAndSelf()
    {
        var open = new Stack<PromQlExpression>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Length - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }
    }

    /// <summary>Its part of the text.</summary>
    /// <param name="expression">The text that was parsed.</param>
    public string TextIn(string expression) => expression[Start..End];

    /// <summary>Prints it as Prometheus does.</summary>
    public sealed override string ToString() => PromQlPrinter.Print(this);
}
