using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>A call of a function.</summary>
/// <param name="function">The function.</param>
/// <param name="arguments">What it is given.</param>
/// <param name="start">Offset of the function's name.</param>
/// <param name="end">Offset just behind the closing parenthesis.</param>
public sealed class Call(FunctionSignature function, ImmutableArray<PromQlExpression> arguments, int start, int end)
    : PromQlExpression(function.ReturnType, start, end, arguments.Select(a => a.Depth).DefaultIfEmpty().Max() + 1)
{
    /// <summary>The function.</summary>
    public FunctionSignature Function { get; } = function;

    /// <summary>What it is given.</summary>
    public ImmutableArray<PromQlExpression> Arguments { get; } = arguments;

    /// <inheritdoc/>
    public override ImmutableArray<PromQlExpression> Children => Arguments;
}
