using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>Everything that was observed in one cell; the stages judge it and nothing else. All instants are wall time.</summary>
public sealed record CellEvidence
{
    /// <summary>Name of the cell, as reports show it.</summary>
    public string Cell { get; init; } = "";

    /// <summary>The promise under test.</summary>
    public required AlertContract Contract { get; init; }

    /// <summary>Time compression of the cell.</summary>
    public required TimeScale Scale { get; init; }

    /// <summary>When each phase began and ended.</summary>
    public required Phases Phases { get; init; }

    /// <summary>Alerting rules that Prometheus had loaded.</summary>
    public ImmutableArray<LoadedRule> LoadedRules { get; init; } = [];

    /// <summary>Why the alert's rule file was refused, as <c>file:line: message</c>; null when it loaded.</summary>
    public string? LoadError { get; init; }

    /// <summary>Every sample of <c>ALERTS</c> from ready to the end, of every alert, at evaluation timestamps.</summary>
    public ImmutableArray<Series> Alerts { get; init; } = [];

    /// <summary>The rule's own expression without its comparison, at every evaluation step from the start of the quiet phase to the end.</summary>
    public ImmutableArray<Series> RuleSignal { get; init; } = [];

    /// <summary>The rule's whole expression, over the same time and steps: a series has a sample where the condition is true.</summary>
    public ImmutableArray<Series> RuleCondition { get; init; } = [];

    /// <summary>The contract's signal over the same time and steps.</summary>
    public ImmutableArray<Series> ContractSignal { get; init; } = [];

    /// <summary>How long every scrape of every target took, wall seconds, dated to its beginning.</summary>
    public ImmutableArray<Series> ScrapeDurations { get; init; } = [];

    /// <summary>Every request that the receivers' stand-in got.</summary>
    public ImmutableArray<ReceivedRequest> Requests { get; init; } = [];

    /// <summary>What Alertmanager showed, each time it was asked.</summary>
    public ImmutableArray<ActiveAlert> ActiveAlerts { get; init; } = [];

    /// <summary>Alerts of others that the scenario's load or fault brings about, by name, with the reason.</summary>
    public ImmutableSortedDictionary<string, string> DeclaredAlerts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How the load just below the threshold is to be judged.</summary>
    public JustBelow JustBelow { get; init; } = new JustBelow.Level(0.75, 0.95);

    /// <summary>Proof of the effect, and of its end, as the fault read it at the faulted system.</summary>
    public ImmutableArray<string> FaultEvidence { get; init; } = [];

    /// <summary>The same of the faults of the inhibition phase: the inhibitor's and, once more, the alert's own.</summary>
    public ImmutableArray<string> InhibitionEvidence { get; init; } = [];

    /// <summary>What the rule did in virtual time at the documented cadence; empty where the scenario's signals are invariant under time compression.</summary>
    public ImmutableArray<SimulationOutcome> Simulations { get; init; } = [];

    /// <summary>Ways in which the machine, not the alert, broke the measurement: missed scrapes, missed evaluations, stalls.</summary>
    public ImmutableArray<string> Disturbances { get; init; } = [];

    /// <summary>Observers that failed for good: what was asked, and what came back. One that was asked again and then answered belongs not here: each entry makes every judgement that rests on an absence inconclusive.</summary>
    public ImmutableArray<string> ObserverErrors { get; init; } = [];
}

/// <summary>Boundaries of the phases; null where a phase was not reached.</summary>
public sealed record Phases
{
    /// <summary>Start of the quiet phase: the cell was ready.</summary>
    public DateTimeOffset? QuietStart { get; init; }

    /// <summary>End of the quiet phase.</summary>
    public DateTimeOffset? QuietEnd { get; init; }

    /// <summary>When the just-below signal had settled.</summary>
    public DateTimeOffset? JustBelowStart { get; init; }

    /// <summary>End of the just-below phase.</summary>
    public DateTimeOffset? JustBelowEnd { get; init; }

    /// <summary>The injection was asked for.</summary>
    public DateTimeOffset? FaultInjected { get; init; }

    /// <summary>The faulted system showed the effect.</summary>
    public DateTimeOffset? FaultEffective { get; init; }

    /// <summary>The roll-back was asked for.</summary>
    public DateTimeOffset? FaultRemoved { get; init; }

    /// <summary>The faulted system showed that the effect was gone.</summary>
    public DateTimeOffset? FaultGone { get; init; }

    /// <summary>The main chain was over, and the inhibitor's fault was asked for; null where nothing inhibits the alert, or the chain did not come so far.</summary>
    public DateTimeOffset? InhibitionStart { get; init; }

    /// <summary>The first roll-back of the inhibition phase was asked for: what is told after it is no matter of inhibition.</summary>
    public DateTimeOffset? InhibitionEnd { get; init; }

    /// <summary>Nothing was observed after this.</summary>
    public DateTimeOffset? End { get; init; }
}

/// <summary>How a scenario comes close to the threshold without crossing it.</summary>
public abstract record JustBelow
{
    /// <summary>The signal is held at a share of the threshold, as measured in Prometheus.</summary>
    /// <param name="Least">Least share of the threshold, a ratio.</param>
    /// <param name="Most">Greatest share of the threshold, a ratio.</param>
    public sealed record Level(double Least, double Most) : JustBelow
    {
        /// <summary>Whether the signal jumps to its level at once, and falls when the window has passed: then it is held without waiting for the window to fill.</summary>
        public bool IsAtOnce { get; init; }
    }

    /// <summary>A signal that knows only good and bad is bad for less than <c>for</c>.</summary>
    public sealed record Brief : JustBelow;

    /// <summary>The scenario has none, for the reason given.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record None(string Reason) : JustBelow;
}
