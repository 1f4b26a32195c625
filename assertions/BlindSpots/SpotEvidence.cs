using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.BlindSpots;

/// <summary>Everything that was observed of one blind spot. All instants are wall time.</summary>
public sealed record SpotEvidence
{
    /// <summary>What somebody ought to be told.</summary>
    public required SpotPromise Promise { get; init; }

    /// <summary>Time compression of its cell.</summary>
    public required TimeScale Scale { get; init; }

    /// <summary>What was done and when.</summary>
    public required SpotPhases Phases { get; init; }

    /// <summary>Times at which Prometheus or Alertmanager was the victim itself.</summary>
    public ImmutableArray<Blackout> Blackouts { get; init; } = [];

    /// <summary>Every sample of <c>ALERTS</c>, of every alert.</summary>
    public ImmutableArray<Series> Alerts { get; init; } = [];

    /// <summary>Alerting rules that Prometheus had loaded.</summary>
    public ImmutableArray<LoadedRule> LoadedRules { get; init; } = [];

    /// <summary>Every request that the receivers' stand-in got.</summary>
    public ImmutableArray<ReceivedRequest> Requests { get; init; } = [];

    /// <summary>The receiver behind each channel of the configuration.</summary>
    public ImmutableDictionary<Channel, ReceiverOfChannel> Receivers { get; init; } = ImmutableDictionary<Channel, ReceiverOfChannel>.Empty;

    /// <summary>Proofs of the effect, and of its end, as the faults read them at the faulted systems.</summary>
    public ImmutableArray<string> FaultEvidence { get; init; } = [];

    /// <summary>Ways in which the machine broke the measurement.</summary>
    public ImmutableArray<string> Disturbances { get; init; } = [];

    /// <summary>What else keeps the evidence from proving anything: observers that failed, and premises that did not come about.</summary>
    public ImmutableArray<string> Unproven { get; init; } = [];
}

/// <summary>Instants of an incident; null where one was not reached.</summary>
public sealed record SpotPhases
{
    /// <summary>All was well from here on.</summary>
    public DateTimeOffset? QuietStart { get; init; }

    /// <summary>The first fault was asked for.</summary>
    public DateTimeOffset? Injected { get; init; }

    /// <summary>The faulted system itself showed the incident.</summary>
    public DateTimeOffset? Effective { get; init; }

    /// <summary>Its end was asked for.</summary>
    public DateTimeOffset? Removed { get; init; }

    /// <summary>The faulted system itself showed that it was over.</summary>
    public DateTimeOffset? Gone { get; init; }

    /// <summary>Nothing was observed after this.</summary>
    public DateTimeOffset? End { get; init; }
}

/// <summary>A time in which part of the pipeline itself was down.</summary>
/// <param name="Who">prometheus or alertmanager.</param>
/// <param name="From">It was about to go down.</param>
/// <param name="To">It was back.</param>
public sealed record Blackout(string Who, DateTimeOffset From, DateTimeOffset To);
