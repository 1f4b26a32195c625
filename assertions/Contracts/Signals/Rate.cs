using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>The per-second increase of a counter over a window.</summary>
public sealed record Rate : Signal
{
    private readonly string _metric;
    private readonly ImmutableArray<Matcher> _matchers;

    /// <summary>A counter, narrowed by matchers.</summary>
    /// <param name="metric">Metric name.</param>
    /// <param name="over">Window, documented time.</param>
    /// <param name="matchers">Label matchers.</param>
    public Rate(string metric, TimeSpan over, params ImmutableArray<Matcher> matchers) => (_metric, Window, _matchers) = (metric, over, matchers);

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [_metric];

    /// <inheritdoc/>
    public override TimeSpan Window { get; }

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => $"rate({Matcher.Select(_metric, _matchers)}{Range(scale, Window)})";
}
