using System.Collections.Immutable;

namespace NovaCron.Validation.Scenarios.Load;

/// <summary>
/// What a load did so far. <see cref="Asked"/> = <see cref="Ok"/> + <see cref="Failed"/> + <see cref="InFlight"/>, always.
/// Latencies count from when a request was due, not from when it was sent, so that a stall is not hidden; they are in wall milliseconds.
/// </summary>
public sealed record LoadStatistics
{
    /// <summary>What was loaded: the scenario's name.</summary>
    public required string Target { get; init; }

    /// <summary>Wall seconds from the start to the end of the arrivals, or to now while they go on.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Requests that fell due, per wall second.</summary>
    public required double AskedPerSecond { get; init; }

    /// <summary>Requests that were served, per wall second; failed ones are not achieved.</summary>
    public required double AchievedPerSecond { get; init; }

    /// <summary>Median latency of the requests served; null when none was.</summary>
    public double? P50Ms { get; init; }

    /// <summary>75th percentile of the requests served; null when none was.</summary>
    public double? P75Ms { get; init; }

    /// <summary>95th percentile of the requests served; null when none was.</summary>
    public double? P95Ms { get; init; }

    /// <summary>99th percentile of the requests served; null when none was.</summary>
    public double? P99Ms { get; init; }

    /// <summary>99th percentile of the requests that were sent and failed; null when none did. Kept apart: a refusal in 0.3 ms must not flatter, a timeout must not vanish.</summary>
    public double? FailedP99Ms { get; init; }

    /// <summary>99th percentile of how late requests were started: the generator's own share in every latency; null when none was started.</summary>
    public double? StartLagP99Ms { get; init; }

    /// <summary>Requests that fell due.</summary>
    public required long Asked { get; init; }

    /// <summary>Requests served.</summary>
    public required long Ok { get; init; }

    /// <summary>Requests not served, those never sent among them.</summary>
    public required long Failed { get; init; }

    /// <summary>Requests never sent because too many were in flight.</summary>
    public required long Dropped { get; init; }

    /// <summary>Requests without an answer so far.</summary>
    public required long InFlight { get; init; }

    /// <summary>Bytes of all answers.</summary>
    public required long ReceivedBytes { get; init; }

    /// <summary>Requests by status, the most frequent first.</summary>
    public ImmutableArray<StatusCount> Statuses { get; init; } = [];
}

/// <summary>Requests that ended alike.</summary>
/// <param name="StatusCode">The status, as the step named it.</param>
/// <param name="IsError">Whether they count as failed.</param>
/// <param name="Count">How many.</param>
/// <param name="Message">The first one's message; empty when it had none.</param>
public sealed record StatusCount(string StatusCode, bool IsError, long Count, string Message);
