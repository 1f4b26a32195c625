namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>A duration inside an expression.</summary>
/// <param name="Value">The duration, in steps of 100 ns, with the sign that stands in front of it.</param>
/// <param name="Literal">Where it stands, without any sign.</param>
public sealed record DurationLiteral(TimeSpan Value, TextRange Literal);

/// <summary>The instant of <c>@</c>.</summary>
/// <param name="Anchor">What it is.</param>
/// <param name="Milliseconds">Milliseconds since 1970 for <see cref="AtAnchor.Timestamp"/>; else 0.</param>
public sealed record AtModifier(AtAnchor Anchor, long Milliseconds = 0);

/// <summary>What the instant of <c>@</c> is.</summary>
public enum AtAnchor
{
    /// <summary>A time as written.</summary>
    Timestamp,

    /// <summary>The first instant of a range query: <c>start()</c>.</summary>
    Start,

    /// <summary>Its last one: <c>end()</c>.</summary>
    End,
}

/// <summary>What moves a selector or subquery in time.</summary>
/// <param name="Offset">How far back it looks, negative for ahead; null without <c>offset</c>.</param>
/// <param name="At">From which instant; null without <c>@</c>.</param>
public sealed record TimeModifiers(DurationLiteral? Offset = null, AtModifier? At = null)
{
    /// <summary>No modifier.</summary>
    public static TimeModifiers None { get; } = new();
}
