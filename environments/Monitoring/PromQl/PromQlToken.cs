namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <summary>A token of a PromQL expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Offset into the expression, in UTF-16 units.</param>
/// <param name="Length">Length, in UTF-16 units.</param>
public readonly record struct PromQlToken(PromQlTokenKind Kind, int Offset, int Length)
{
    /// <summary>Offset just behind it.</summary>
    public int End => Offset + Length;

    /// <summary>Its text.</summary>
    /// <param name="expression">The expression that it is of.</param>
    public ReadOnlySpan<char> Of(string expression) => expression.AsSpan(Offset, Length);
}

/// <summary>What a token is. Keywords and functions are identifiers: what they mean depends on where they stand.</summary>
public enum PromQlTokenKind
{
    /// <summary>Metric name, label name, function or keyword.</summary>
    Identifier,

    /// <summary>Number: decimal, hexadecimal, with an exponent, <c>Inf</c> or <c>NaN</c>.</summary>
    Number,

    /// <summary>Duration, e.g. <c>1h30m</c>.</summary>
    Duration,

    /// <summary>String with its quotes.</summary>
    Text,

    /// <summary>Comparison: <c>==</c>, <c>!=</c>, <c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c> or <c>&lt;=</c>; inside braces <c>!=</c> compares labels.</summary>
    Comparison,

    /// <summary>Any other operator: <c>+ - * / % ^ @</c>, and <c>= =~ !~</c>, which stand inside braces.</summary>
    Operator,

    /// <summary><c>(</c>, <c>{</c> or <c>[</c>.</summary>
    Open,

    /// <summary><c>)</c>, <c>}</c> or <c>]</c>.</summary>
    Close,

    /// <summary><c>,</c>.</summary>
    Comma,

    /// <summary><c>:</c> between the range and the step of a subquery.</summary>
    Colon,

    /// <summary>From <c>#</c> to the end of the line.</summary>
    Comment,

    /// <summary>Something that PromQL does not know, or a string without an end.</summary>
    Invalid,
}
