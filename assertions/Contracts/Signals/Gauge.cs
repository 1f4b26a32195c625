using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>The current value of a metric.</summary>
public sealed record Gauge : Signal
{
    /// <summary>A metric, narrowed by matchers.</summary>
    /// <param name="metric">Metric name.</param>
    /// <param name="matchers">Label matchers.</param>
    public Gauge(string metric, params ImmutableArray<Matcher> matchers) => (Metric, Matchers) = (metric, matchers);

    /// <summary>Name of the metric.</summary>
    public string Metric { get; }

    /// <summary>Which of its series are meant; all of them for none.</summary>
    public ImmutableArray<Matcher> Matchers { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [Metric];

    /// <inheritdoc/>
    public override TimeSpan Window => TimeSpan.Zero;

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => Matcher.Select(Metric, Matchers);
}
