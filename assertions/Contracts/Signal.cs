using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>What an alert measures, as a typed value; the suite derives its own query from it, independent of the rule file.</summary>
public abstract record Signal
{
    /// <summary>Unit of the value: ratio, per second, seconds, bytes, up (0 or 1), ….</summary>
    public required string Unit { get; init; }

    /// <summary>Longest window that the signal looks back over, documented time; zero for an instant value.</summary>
    public abstract TimeSpan Window { get; }

    /// <summary>Names of the metrics that it is made of, so that a ledger entry about a metric can be matched; empty where the type does not say.</summary>
    public virtual ImmutableArray<string> Metrics => [];

    /// <summary>PromQL that yields the signal's value, its windows scaled.</summary>
    public abstract string ToQuery(TimeScale scale);
}

/// <summary>The current value of a metric.</summary>
/// <param name="Metric">Metric name.</param>
/// <param name="Matchers">Label matchers, equality only.</param>
public sealed record Gauge(string Metric, ImmutableSortedDictionary<string, string> Matchers) : Signal
{
    /// <summary>A metric without matchers.</summary>
    public Gauge(string metric) : this(metric, ImmutableSortedDictionary<string, string>.Empty) { }

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [Metric];

    /// <inheritdoc/>
    public override TimeSpan Window => TimeSpan.Zero;

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => Selector.Of(Metric, Matchers);
}

/// <summary>The per-second increase of a counter over a window.</summary>
/// <param name="Metric">Metric name.</param>
/// <param name="Over">Window, documented time.</param>
/// <param name="Matchers">Label matchers, equality only.</param>
public sealed record Rate(string Metric, TimeSpan Over, ImmutableSortedDictionary<string, string> Matchers) : Signal
{
    /// <summary>A counter without matchers.</summary>
    public Rate(string metric, TimeSpan over) : this(metric, over, ImmutableSortedDictionary<string, string>.Empty) { }

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [Metric];

    /// <inheritdoc/>
    public override TimeSpan Window => Over;

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) =>
        $"rate({Selector.Of(Metric, Matchers)}[{(long)scale.ToWall(Over).TotalMilliseconds}ms])";
}

/// <summary>Writes label selectors.</summary>
internal static class Selector
{
    public static string Of(string metric, ImmutableSortedDictionary<string, string> matchers) =>
        matchers.IsEmpty ? metric : metric + "{" + string.Join(",", matchers.Select(m => $"{m.Key}=\"{m.Value}\"")) + "}";
}
