using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>Who supplies a metric.</summary>
public abstract record Supply
{
    private Supply()
    {
    }

    /// <summary>Jobs that scrape a program which has it.</summary>
    /// <param name="Jobs">The jobs.</param>
    /// <param name="Metric">What is known of it.</param>
    public sealed record Scraped(ImmutableArray<RecognisedJob> Jobs, KnownMetric Metric) : Supply;

    /// <summary>Recording rules.</summary>
    /// <param name="Recordings">The rules, in the order of the files.</param>
    public sealed record Recorded(ImmutableArray<CheckedRecording> Recordings) : Supply;

    /// <summary>Prometheus, which has it for every target or alert.</summary>
    public sealed record OfPrometheus : Supply;

    /// <summary>Nobody.</summary>
    /// <param name="Reason">Why, as the end of a sentence.</param>
    /// <param name="Mend">What mends that, in one sentence without a full stop.</param>
    public sealed record Missing(string Reason, string Mend) : Supply;

    /// <summary>It cannot be told.</summary>
    public sealed record Untold : Supply;
}
