using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>What a function takes and yields.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ArgumentTypes">Types of its arguments; further ones are of the last one's type.</param>
/// <param name="Variadic">
/// 0: as many arguments as types. n: the last type stands for none to n arguments. -1: for none to any number.
/// </param>
/// <param name="ReturnType">What it yields.</param>
/// <param name="IsExperimental">Whether it needs <c>--enable-feature=promql-experimental-functions</c>.</param>
public sealed record FunctionSignature(string Name, ImmutableArray<PromQlType> ArgumentTypes, int Variadic, PromQlType ReturnType, bool IsExperimental)
{
    /// <summary>The fewest arguments that it takes.</summary>
    public int FewestArguments => ArgumentTypes.Length - (Variadic == 0 ? 0 : 1);

    /// <summary>The most arguments that it takes.</summary>
    public int MostArguments => Variadic < 0 ? int.MaxValue : FewestArguments + Variadic;
}
