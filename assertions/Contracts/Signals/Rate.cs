using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>The per-second increase of a counter over a window.</summary>
public sealed record Rate : Signal
{
    /// <summary>A counter, narrowed by matchers.</summary>
    /// <param name="metric">Metric name.</param>
    /// <param name="over">Window, documented time.</param>
    /// <param name="matchers">Label matchers.</param>
    public Rate(string metric, TimeSpan over, params ImmutableArray<Matcher> matchers) => (Metric, Window, Matchers) = (metric, over, matchers);

    /// <summary>Name of the counter.</summary>
    public string Metric { get; }

    /// <summary>Which of its series are meant; all of them for none.</summary>
    public ImmutableArray<Matcher> Matchers { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [Metric];

    /// <inheritdoc/>
    public override TimeSpan Window { get; }

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => $"rate({Matcher.Select(Metric, Matchers)}{Range(scale, Window)})";
}
