using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Everything that a run found, in the shape of <c>run.json</c>. All other reports are written from it, so that a report can be written again from the file.</summary>
public sealed record RunResult
{
    /// <summary>Schema of the file; changes whenever a field is taken away or changes its meaning.</summary>
    public const string CurrentSchema = "novacron-validation/run/1";

    /// <summary>Schema that the file was written in.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>Identifier of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>When the run began, wall time; null in a file of before this was kept.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Configuration under test: documented, corrected or a folder.</summary>
    public required string Configuration { get; init; }

    /// <summary>Its folder relative to its repository, as code hosts name files; empty where it lies in none.</summary>
    public string ConfigurationPath { get; init; } = "";

    /// <summary>N.</summary>
    public required int TimeScale { get; init; }

    /// <summary>Duration of the run, wall seconds.</summary>
    public double WallSeconds { get; init; }

    /// <summary>Time until the first cell was ready, wall seconds.</summary>
    public double SetupSeconds { get; init; }

    /// <summary>Duration of the longest cell, wall seconds: the run could not have been shorter.</summary>
    public double CriticalPathSeconds { get; init; }

    /// <summary>Versions, by component.</summary>
    public ImmutableSortedDictionary<string, string> Components { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The alerts.</summary>
    public ImmutableArray<AlertEntry> Alerts { get; init; } = [];

    /// <summary>The documented things that are no alerts: dashboards, logs, health endpoints, key metrics.</summary>
    public ImmutableArray<SurfaceEntry> Surfaces { get; init; } = [];

    /// <summary>The ledger's entries that this run found, each once.</summary>
    public ImmutableArray<DefectEntry> Defects { get; init; } = [];

    /// <summary>The parts of the configuration that failing stages are about, each once.</summary>
    public ImmutableArray<QuoteEntry> Quotes { get; init; } = [];

    /// <summary>Findings of the configuration's checks.</summary>
    public ImmutableArray<FindingEntry> Findings { get; init; } = [];

    /// <summary>What load was asked for and achieved.</summary>
    public ImmutableArray<LoadEntry> Load { get; init; } = [];

    /// <summary>What was changed in the configuration in order to compress time.</summary>
    public ImmutableArray<RenderedEntry> Rendered { get; init; } = [];

    /// <summary>Ways in which the machine broke a measurement.</summary>
    public ImmutableArray<string> Disturbances { get; init; } = [];

    /// <summary>The exit code.</summary>
    public int ExitCode { get; init; }
}

/// <summary>An alert's result.</summary>
public sealed record AlertEntry
{
    /// <summary>Alert name.</summary>
    public required string Alert { get; init; }

    /// <summary>Component.</summary>
    public required string Component { get; init; }

    /// <summary>Promised severity.</summary>
    public required string Severity { get; init; }

    /// <summary>Fault kind.</summary>
    public required string Fault { get; init; }

    /// <summary>Cell.</summary>
    public required string Cell { get; init; }

    /// <summary>How time ran: <c>N=25</c>, or <c>simulated</c>.</summary>
    public required string JudgedAt { get; init; }

    /// <summary>works, defective or inconclusive.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Who must be told, each as receiver and channel, e.g. <c>slack-alerts</c> and <c>slack #alerts</c>.</summary>
    public ImmutableArray<PromisedEntry> Promised { get; init; } = [];

    /// <summary>The stages, in order.</summary>
    public ImmutableArray<StageEntry> Stages { get; init; } = [];

    /// <summary>What happened, in order of time.</summary>
    public ImmutableArray<TimelineEntry> Timeline { get; init; } = [];
}

/// <summary>A stage's result. Seconds are documented time.</summary>
public sealed record StageEntry
{
    /// <summary>Stage.</summary>
    public required StageName Stage { get; init; }

    /// <summary>Outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Ledger entries that foretold the failure, comma-separated.</summary>
    public string? KnownDefect { get; init; }

    /// <summary>Measured time.</summary>
    public double? MeasuredSeconds { get; init; }

    /// <summary>Earliest allowed.</summary>
    public double? EarliestSeconds { get; init; }

    /// <summary>Latest allowed.</summary>
    public double? LatestSeconds { get; init; }

    /// <summary>One sentence for people.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What the judgement rests on.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>On a failure, the parts of the configuration that it is about, as <see cref="QuotedParts"/> names them: the keys of <see cref="RunResult.Quotes"/>, which has no quote for a part that the configuration lacks.</summary>
    public ImmutableArray<string> Subjects { get; init; } = [];

    /// <summary>Writes a judgement as an entry.</summary>
    /// <param name="alert">Alert name.</param>
    /// <param name="result">Judgement.</param>
    public static StageEntry Of(string alert, StageResult result) => new()
    {
        Stage = result.Stage,
        Outcome = result.Outcome,
        KnownDefect = result.KnownDefect,
        MeasuredSeconds = result.MeasuredSeconds,
        EarliestSeconds = result.EarliestSeconds,
        LatestSeconds = result.LatestSeconds,
        Detail = result.Detail,
        Evidence = result.Evidence,
        Subjects = QuotedParts.Of(alert, result),
    };
}

/// <summary>An event of an alert's timeline.</summary>
public sealed record TimelineEntry
{
    /// <summary>What happened, e.g. <c>delivered</c>.</summary>
    public required string Event { get; init; }

    /// <summary>When, wall time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Documented seconds since the fault's effect.</summary>
    public required double DocumentedSeconds { get; init; }

    /// <summary>Receiver, for deliveries to a promised one.</summary>
    public string? Receiver { get; init; }

    /// <summary>Channel, for deliveries.</summary>
    public string? Channel { get; init; }

    /// <summary>Writes an event as an entry.</summary>
    public static TimelineEntry Of(TimelineEvent happened) => new()
    {
        Event = happened.Event,
        At = happened.At,
        DocumentedSeconds = happened.DocumentedSeconds,
        Receiver = happened.Receiver,
        Channel = happened.Channel,
    };
}

/// <summary>A finding of a check of the configuration.</summary>
/// <param name="Check">Name of the check, e.g. <c>route/unreachable</c>.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="File">File.</param>
/// <param name="Line">Line, from 1; null when it is about no line.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What to do.</param>
/// <param name="KnownDefect">Ledger entry that foretells it.</param>
public sealed record FindingEntry(
    string Check, string Severity, string Subject, string File, int? Line, int? Column, string Message, string? Fix, string? KnownDefect)
{
    /// <summary>The check of an entry of the ledger that no longer reproduces.</summary>
    public const string NoLongerReproduces = "ledger/no-longer-reproduces";

    /// <summary>Writes a ledger entry that no longer reproduces as a finding.</summary>
    /// <param name="stale">Entry.</param>
    /// <param name="file">Ledger file, as people should see it.</param>
    public static FindingEntry Of(StaleDefect stale, string file) =>
        new(NoLongerReproduces, "error", stale.Id, file, null, null, stale.Message, "remove it from the ledger", null);

    /// <summary>Writes a finding as an entry.</summary>
    public static FindingEntry Of(Finding finding) => new(
        finding.Check, finding.Severity.ToString().ToLowerInvariant(), finding.Subject, finding.Position.File, finding.Position.Line, finding.Position.Column,
        finding.Message, finding.Fix, finding.KnownDefect);
}

/// <summary>Load on one target.</summary>
/// <param name="Target">Target.</param>
/// <param name="AskedPerSecond">Requests asked for, per wall second.</param>
/// <param name="AchievedPerSecond">Requests answered, per wall second.</param>
/// <param name="P50Ms">Median answer time, milliseconds; NaN when nothing was answered.</param>
/// <param name="P99Ms">99th percentile of it.</param>
public sealed record LoadEntry(string Target, double AskedPerSecond, double AchievedPerSecond, double P50Ms, double P99Ms);

/// <summary>A change that rendering made.</summary>
/// <param name="File">File.</param>
/// <param name="Change">What became of what, e.g. <c>scrape_interval 15s -&gt; 600ms</c>.</param>
public sealed record RenderedEntry(string File, string Change);
