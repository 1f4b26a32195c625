using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Everything that a run over the blind spots found, in the shape of <c>blind-spots.json</c>.</summary>
public sealed record BlindSpotsResult
{
    /// <summary>Schema of the file; changes whenever a field is taken away or changes its meaning.</summary>
    public const string CurrentSchema = "novacron-validation/blind-spots/1";

    /// <summary>Schema that the file was written in.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>Identifier of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>Configuration under test: documented, corrected or a folder.</summary>
    public required string Configuration { get; init; }

    /// <summary>N as asked for; a blind spot that does not stand it says its own in <see cref="SpotEntry.JudgedAt"/>.</summary>
    public required int TimeScale { get; init; }

    /// <summary>Duration of the run, wall seconds.</summary>
    public double WallSeconds { get; init; }

    /// <summary>Time until the first cell could start, wall seconds.</summary>
    public double SetupSeconds { get; init; }

    /// <summary>Duration of the longest cell, wall seconds: the run could not have been shorter.</summary>
    public double CriticalPathSeconds { get; init; }

    /// <summary>Versions, by component.</summary>
    public ImmutableSortedDictionary<string, string> Components { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The blind spots.</summary>
    public ImmutableArray<SpotEntry> Spots { get; init; } = [];

    /// <summary>Ways in which the machine broke a measurement.</summary>
    public ImmutableArray<string> Disturbances { get; init; } = [];

    /// <summary>The exit code.</summary>
    public int ExitCode { get; init; }
}

/// <summary>A blind spot's result. Seconds are documented time unless they say wall.</summary>
public sealed record SpotEntry
{
    /// <summary>Name.</summary>
    public required string Spot { get; init; }

    /// <summary>What was done.</summary>
    public required string Done { get; init; }

    /// <summary>What somebody ought to have been told.</summary>
    public required string ShouldBeTold { get; init; }

    /// <summary>Cell.</summary>
    public required string Cell { get; init; }

    /// <summary>How time ran, e.g. <c>N=5</c>.</summary>
    public required string JudgedAt { get; init; }

    /// <summary>told, late, symptom, wrong, nobody or inconclusive.</summary>
    public required SpotOutcome Outcome { get; init; }

    /// <summary>The outcome that the configuration foretells; null when it foretells none.</summary>
    public string? Foretold { get; init; }

    /// <summary>Why it is that outcome.</summary>
    public required string Detail { get; init; }

    /// <summary>Until when being told is being told in time.</summary>
    public required double AllowedSeconds { get; init; }

    /// <summary>Who was told what.</summary>
    public ImmutableArray<TellingEntry> Tellings { get; init; } = [];

    /// <summary>What else the incident did to the telling.</summary>
    public ImmutableArray<string> Consequences { get; init; } = [];

    /// <summary>Alerts that fired while all was well.</summary>
    public ImmutableArray<string> Noise { get; init; } = [];

    /// <summary>The alert that would close the gap; empty where none is needed.</summary>
    public string ClosedBy { get; init; } = "";

    /// <summary>What proves that the pipeline would have told it.</summary>
    public string Proof { get; init; } = "";

    /// <summary>What the faults read at the faulted systems themselves.</summary>
    public ImmutableArray<string> FaultEvidence { get; init; } = [];

    /// <summary>What was done, in order of time.</summary>
    public ImmutableArray<SpotEventEntry> Timeline { get; init; } = [];

    /// <summary>Writes a judgement as an entry.</summary>
    public static SpotEntry Of(JudgedSpot judged, SpotEvidence evidence, string cell) => new()
    {
        Spot = judged.Promise.Spot,
        Done = judged.Promise.Done,
        ShouldBeTold = judged.Promise.ShouldBeTold,
        Cell = cell,
        JudgedAt = evidence.Scale.ToString(),
        Outcome = judged.Verdict.Outcome,
        Foretold = judged.Foretold,
        Detail = judged.Verdict.Detail,
        AllowedSeconds = judged.Verdict.AllowedSeconds,
        Tellings = [.. judged.Verdict.Tellings.Select(TellingEntry.Of)],
        Consequences = judged.Verdict.Consequences,
        Noise = judged.Verdict.Noise,
        ClosedBy = judged.Promise.ClosedBy,
        Proof = judged.Verdict.Proof,
        FaultEvidence = evidence.FaultEvidence,
        Timeline = [.. SpotEventEntry.Of(evidence)],
    };
}

/// <summary>What one alert told one receiver.</summary>
/// <param name="Alert">Alert.</param>
/// <param name="Says">firing or resolved.</param>
/// <param name="Receiver">Receiver.</param>
/// <param name="Channel">Where it arrived.</param>
/// <param name="At">First arrival, wall time.</param>
/// <param name="DocumentedSeconds">After the incident's beginning, or its end where that is to be told.</param>
/// <param name="WallSeconds">The same, wall time.</param>
/// <param name="Messages">How many messages said so.</param>
/// <param name="Truth">names-it, symptom or wrong.</param>
/// <param name="Why">Why it is a symptom, or wrong.</param>
public sealed record TellingEntry(
    string Alert, string Says, string Receiver, string Channel, DateTimeOffset At, double DocumentedSeconds, double WallSeconds, int Messages, TellingTruth Truth, string Why)
{
    /// <summary>Writes a telling as an entry.</summary>
    public static TellingEntry Of(Telling told) => new(
        told.Alert, told.Resolved ? "resolved" : "firing", told.Receiver, told.Channel.ToString(), told.At, told.DocumentedSeconds, told.WallSeconds, told.Messages, told.Truth, told.Why);
}

/// <summary>Something that was done.</summary>
/// <param name="Event">fault-injected, fault-effective, fault-removed, fault-gone, prometheus-down, prometheus-back, alertmanager-down or alertmanager-back.</param>
/// <param name="At">When, wall time.</param>
/// <param name="DocumentedSeconds">Documented seconds since the fault's effect; negative before it.</param>
public sealed record SpotEventEntry(string Event, DateTimeOffset At, double DocumentedSeconds)
{
    /// <summary>The events of an incident, in order of time; none when it was not reached.</summary>
    public static IEnumerable<SpotEventEntry> Of(SpotEvidence evidence)
    {
        var phases = evidence.Phases;
        if ((phases.Effective ?? phases.Injected) is not { } origin)
        {
            return [];
        }

        (string Event, DateTimeOffset? At)[] events =
        [
            ("fault-injected", phases.Injected), ("fault-effective", phases.Effective), ("fault-removed", phases.Removed), ("fault-gone", phases.Gone),
            .. evidence.Blackouts.SelectMany(b => new (string, DateTimeOffset?)[] { ($"{b.Who}-down", b.From), ($"{b.Who}-back", b.To) }),
        ];
        return events.Where(e => e.At is not null).OrderBy(e => e.At)
            .Select(e => new SpotEventEntry(e.Event, e.At!.Value, evidence.Scale.ToDocumented(e.At.Value - origin).TotalSeconds));
    }
}
