using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>The increase of a counter over a window, extrapolated to its ends.</summary>
public sealed record Increase : Signal
{
    private readonly string _metric;
    private readonly ImmutableArray<Matcher> _matchers;

    /// <summary>A counter, narrowed by matchers.</summary>
    /// <param name="metric">Metric name.</param>
    /// <param name="over">Window, documented time.</param>
    /// <param name="matchers">Label matchers.</param>
    public Increase(string metric, TimeSpan over, params ImmutableArray<Matcher> matchers) => (_metric, Window, _matchers) = (metric, over, matchers);

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [_metric];

    /// <inheritdoc/>
    public override TimeSpan Window { get; }

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => $"increase({Matcher.Select(_metric, _matchers)}{Range(scale, Window)})";
}
