using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>How the series of two vectors are paired.</summary>
/// <param name="Cardinality">How many series of each side may take part in a pair.</param>
/// <param name="On">Whether the pairs agree in <paramref name="Labels"/>; else in all labels but these.</param>
/// <param name="Labels">The labels of <c>on</c> or <c>ignoring</c>.</param>
/// <param name="Include">The labels of <c>group_left</c> or <c>group_right</c>, which the result takes from the side of one.</param>
public sealed record VectorMatching(VectorMatchCardinality Cardinality, bool On, ImmutableArray<string> Labels, ImmutableArray<string> Include);

/// <summary>How many series of each side may take part in a pair.</summary>
public enum VectorMatchCardinality
{
    /// <summary>One of each.</summary>
    OneToOne,

    /// <summary>Many of the left: <c>group_left</c>.</summary>
    ManyToOne,

    /// <summary>Many of the right: <c>group_right</c>.</summary>
    OneToMany,

    /// <summary>Many of both: set operators.</summary>
    ManyToMany,
}
