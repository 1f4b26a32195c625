using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>A query of the strategy's section "Useful Log Queries".</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Labels">Labels by which it selects streams: all of them must be set by somebody, or it finds nothing.</param>
public sealed record LogQuery(string Name, params ImmutableArray<string> Labels)
{
    /// <summary>All of them, in the strategy's order.</summary>
    public static ImmutableArray<LogQuery> All { get; } =
    [
        new("Error logs", "app", "namespace"),
        new("DWCP protocol errors", "app", "namespace", "component"),
        new("Slow queries", "app", "namespace"),
        new("5xx errors", "app", "namespace"),
    ];
}
