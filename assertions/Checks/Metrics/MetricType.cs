namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>What kind of number a metric is.</summary>
public enum MetricType
{
    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>It only goes up, but for restarts.</summary>
    Counter,

    /// <summary>It goes up and down.</summary>
    Gauge,

    /// <summary>Counters of buckets, of a sum and of a number.</summary>
    Histogram,

    /// <summary>Quantiles, and counters of a sum and of a number.</summary>
    Summary,
}

/// <summary>Which values a metric can have.</summary>
public enum MetricUnit
{
    /// <summary>Nothing is known of it.</summary>
    Any,

    /// <summary>0 or 1.</summary>
    Boolean,

    /// <summary>From 0 to 1.</summary>
    Ratio,
}
