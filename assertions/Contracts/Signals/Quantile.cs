using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>A quantile of a histogram over a window, over all its series.</summary>
public sealed record Quantile : Signal
{
    private readonly double _quantile;
    private readonly string _buckets;
    private readonly ImmutableArray<Matcher> _matchers;

    /// <summary>A quantile of a histogram's bucket counters.</summary>
    /// <param name="quantile">From 0 to 1.</param>
    /// <param name="buckets">Name of the bucket counters, ending in <c>_bucket</c>.</param>
    /// <param name="over">Window, documented time.</param>
    /// <param name="matchers">Label matchers.</param>
    public Quantile(double quantile, string buckets, TimeSpan over, params ImmutableArray<Matcher> matchers) =>
        (_quantile, _buckets, Window, _matchers) = (quantile, buckets, over, matchers);

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [_buckets];

    /// <inheritdoc/>
    public override TimeSpan Window { get; }

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => string.Create(
        CultureInfo.InvariantCulture,
        $"histogram_quantile({_quantile}, sum by (le) (rate({Matcher.Select(_buckets, _matchers)}{Range(scale, Window)})))");
}
