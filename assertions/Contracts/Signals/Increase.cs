using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>The increase of a counter over a window, extrapolated to its ends.</summary>
public sealed record Increase : Signal
{
    /// <summary>A counter, narrowed by matchers.</summary>
    /// <param name="metric">Metric name.</param>
    /// <param name="over">Window, documented time.</param>
    /// <param name="matchers">Label matchers.</param>
    public Increase(string metric, TimeSpan over, params ImmutableArray<Matcher> matchers) => (Metric, Window, Matchers) = (metric, over, matchers);

    /// <summary>Name of the counter.</summary>
    public string Metric { get; }

    /// <summary>Which of its series are meant; all of them for none.</summary>
    public ImmutableArray<Matcher> Matchers { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [Metric];

    /// <inheritdoc/>
    public override TimeSpan Window { get; }

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => $"increase({Matcher.Select(Metric, Matchers)}{Range(scale, Window)})";
}
