using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>The current value of a metric.</summary>
public sealed record Gauge : Signal
{
    private readonly string _metric;
    private readonly ImmutableArray<Matcher> _matchers;

    /// <summary>A metric, narrowed by matchers.</summary>
    /// <param name="metric">Metric name.</param>
    /// <param name="matchers">Label matchers.</param>
    public Gauge(string metric, params ImmutableArray<Matcher> matchers) => (_metric, _matchers) = (metric, matchers);

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [_metric];

    /// <inheritdoc/>
    public override TimeSpan Window => TimeSpan.Zero;

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => Matcher.Select(_metric, _matchers);
}
