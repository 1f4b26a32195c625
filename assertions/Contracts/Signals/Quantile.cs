using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>A quantile of a histogram over a window, over all its series.</summary>
public sealed record Quantile : Signal
{
    /// <summary>A quantile of a histogram's bucket counters.</summary>
    /// <param name="quantile">From 0 to 1.</param>
    /// <param name="buckets">Name of the bucket counters, ending in <c>_bucket</c>.</param>
    /// <param name="over">Window, documented time.</param>
    /// <param name="matchers">Label matchers.</param>
    public Quantile(double quantile, string buckets, TimeSpan over, params ImmutableArray<Matcher> matchers) =>
        (Level, Buckets, Window, Matchers) = (quantile, buckets, over, matchers);

    /// <summary>Which quantile, from 0 to 1.</summary>
    public double Level { get; }

    /// <summary>Name of the bucket counters.</summary>
    public string Buckets { get; }

    /// <summary>Which of their series are meant; all of them for none.</summary>
    public ImmutableArray<Matcher> Matchers { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [Buckets];

    /// <inheritdoc/>
    public override TimeSpan Window { get; }

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => string.Create(
        CultureInfo.InvariantCulture,
        $"histogram_quantile({Level}, sum by (le) (rate({Matcher.Select(Buckets, Matchers)}{Range(scale, Window)})))");
}
