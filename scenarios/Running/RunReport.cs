using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios.Commands;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Judges what a run brought and puts it into the shape of the result files.</summary>
internal static class RunReport
{
    /// <summary>Judges the cells against the ledger.</summary>
    public static LedgerComparison Judge(IEnumerable<CellRecord> cells, PreparedConfiguration prepared)
    {
        var judged = cells.Select(c => new JudgedAlert(c.Scenario.Contract.Alert, Judge(c)));
        return Ledger.Compare(judged, LedgerEntries.Of(prepared.Source.KnownDefects.Entries, ScenarioCatalogue.All));
    }

    /// <summary>Judges against the ledger what the strategy documents beside its alerts.</summary>
    public static SurfaceComparison JudgeSurfaces(IEnumerable<CellRecord> cells, PreparedConfiguration prepared) => SurfaceLedger.Compare(
        SurfaceJudge.Judge(prepared.Source.Promtail, [.. cells.Select(c => c.Surfaces).OfType<SurfaceEvidence>()]), LedgerEntries.OfSurfaces(prepared.Source.KnownDefects.Entries));

    /// <summary>What the exit code is computed from.</summary>
    public static RunFacts Facts(RunRecord run, LedgerComparison judgement) => new()
    {
        Surfaces = JudgeSurfaces(run.Cells, run.Prepared),
        RollBackFailed = run.Cells.Any(c => c.Failure?.Kind == CellFailureKind.RollBackFailed),
        EnvironmentLost = run.Leftovers is not null || run.Cells.Any(c => c.Failure?.Kind == CellFailureKind.EnvironmentLost),
        FaultPowerless = run.Cells.Any(c => c.Failure?.Kind == CellFailureKind.FaultFailed),
        Judgement = judgement,
    };

    /// <summary>The whole result.</summary>
    public static RunResult Assemble(string runId, RunOptions options, RunRecord run, LedgerComparison judgement, ExitCode exitCode)
    {
        var surfaces = JudgeSurfaces(run.Cells, run.Prepared);
        var alerts = run.Cells.Zip(judgement.Alerts, (cell, alert) => Entry(cell, alert, options.Scale)).ToImmutableArray();
        ImmutableArray<SurfaceEntry> documented = [.. surfaces.Results.Select(SurfaceEntry.Of)];
        var critical = run.Cells.Select(c => (c.SetUp + c.Measured).TotalSeconds).DefaultIfEmpty(0).Max();
        return new RunResult
        {
            RunId = runId,
            StartedAt = run.StartedAt,
            Configuration = options.ConfigurationName,
            ConfigurationPath = SourceFolder.Of(options.ConfigurationFolder),
            TimeScale = options.Scale.Factor,
            WallSeconds = run.Wall.TotalSeconds,
            SetupSeconds = run.SetUp.TotalSeconds,
            CriticalPathSeconds = critical,
            Components = run.Components,
            Alerts = alerts,
            Surfaces = documented,
            Defects = Defects(run.Prepared.Source.KnownDefects, [.. alerts.SelectMany(a => a.Stages).Select(s => s.KnownDefect), .. documented.Select(s => s.KnownDefect)]),
            Quotes = new ConfigurationQuotes(run.Prepared.Source, run.Corrected).Of(alerts),
            Findings = [.. judgement.Stale.Concat(surfaces.Stale).Select(s => FindingEntry.Of(s, KnownDefects.FileName))],
            Load = [.. run.Cells.SelectMany(c => c.Load.Select(l => new LoadEntry(
                $"{c.Scenario.CellName}/{l.Target}", l.AskedPerSecond, l.AchievedPerSecond, l.P50Ms ?? double.NaN, l.P99Ms ?? double.NaN)))],
            Rendered = [.. run.Prepared.Rendered.Changes.Select(c => new RenderedEntry(c.Line > 0 ? $"{c.File}:{c.Line.ToString(CultureInfo.InvariantCulture)}" : c.File, c.Change))],
            Disturbances = [.. Disturbances(run.Cells)],
            ExitCode = (int)exitCode,
        };
    }

    private static ImmutableArray<StageResult> Judge(CellRecord cell)
    {
        var evidence = cell.Evidence ?? new CellEvidence { Contract = cell.Scenario.Contract, Scale = new TimeScale(1), Phases = new Phases() };
        return ChainJudge.Judge(cell.Failure is { } failure
            ? evidence with { ObserverErrors = [failure.Message, .. evidence.ObserverErrors] }
            : evidence);
    }

    private static AlertEntry Entry(CellRecord cell, JudgedAlert alert, TimeScale scale)
    {
        var contract = cell.Scenario.Contract;
        return new AlertEntry
        {
            Alert = alert.Alert,
            Component = contract.Component,
            Severity = contract.Severity,
            Fault = cell.Scenario.FaultName,
            Cell = cell.Scenario.CellName,
            JudgedAt = cell.Scenario.Simulations.IsEmpty ? scale.ToString() : $"{scale} and in simulated time at the documented cadence",
            Verdict = alert.Verdict,
            Promised = [.. contract.Receivers.Select(r => new PromisedEntry(r.Name, r.Channel.ToString()))],
            Stages = [.. alert.Stages.Select(s => StageEntry.Of(alert.Alert, s))],
            Timeline = cell.Evidence is null ? [] : [.. TimelineEvents.Of(cell.Evidence).Select(TimelineEntry.Of)],
        };
    }

    // A stage names the entries that foretold it, comma-separated.
    private static ImmutableArray<DefectEntry> Defects(KnownDefects ledger, IEnumerable<string?> found)
    {
        var ids = found.OfType<string>().SelectMany(f => f.Split(',', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from entry in ledger.Entries
               where ids.Contains(entry.Id)
               group entry by entry.Id into one
               let first = one.First()
               select new DefectEntry(one.Key, first.Stage, [.. one.Select(e => e.Subject)], first.Evidence, first.Explanation, first.Mend),
        ];
    }

    // A stall of the machine disturbs every cell; it is told once.
    private static IEnumerable<string> Disturbances(IEnumerable<CellRecord> cells) =>
        from cell in cells
        let name = cell.Scenario.CellName
        from disturbance in cell.Disturbed.Select(d => (Cell: $"{name}, run again", What: d)).Concat((cell.Evidence?.Disturbances ?? []).Select(d => (Cell: name, What: d)))
        group disturbance.Cell by disturbance.What into disturbed
        select $"{(disturbed.Count() == 1 ? disturbed.Single() : $"{disturbed.Count()} cells")}: {disturbed.Key}";
}
