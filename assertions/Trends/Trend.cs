using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Trends;

/// <summary>Draws the trend from the results of past runs.</summary>
public static class Trend
{
    /// <summary>The trend of some runs, in whatever order they come; a run that comes twice counts once.</summary>
    /// <remarks>A run's time is its <see cref="RunResult.StartedAt"/>, else that of its identifier; runs that tell no time count as the oldest.</remarks>
    public static TrendResult Of(IEnumerable<RunResult> runs)
    {
        var ordered = runs.DistinctBy(r => r.RunId).Select(r => (Result: r, Run: RunOf(r))).OrderBy(r => r.Run.At ?? DateTimeOffset.MinValue).ToList();
        return new TrendResult([.. ordered.GroupBy(r => r.Result.Configuration)
            .OrderByDescending(g => g.Last().Run.At ?? DateTimeOffset.MinValue)
            .Select(g => Of(g.Key, [.. g]))]);
    }

    private static TrendRun RunOf(RunResult run) =>
        new(run.RunId, run.StartedAt ?? RunTime.Of(run.RunId), run.TimeScale, run.WallSeconds, run.ExitCode);

    private static ConfigurationTrend Of(string configuration, ImmutableArray<(RunResult Result, TrendRun Run)> runs)
    {
        var alerts = runs.SelectMany(r => r.Result.Alerts.DistinctBy(a => a.Alert).Select(a => (r.Run, Entry: a))).GroupBy(a => a.Entry.Alert);
        return new ConfigurationTrend(configuration, [.. runs.Select(r => r.Run)], [.. alerts.Select(a => AlertOf([.. a]))], DefectTrends.Of(runs));
    }

    private static AlertTrend AlertOf(ImmutableArray<(TrendRun Run, AlertEntry Entry)> seen)
    {
        ImmutableArray<TrendPoint> points = [.. seen.Select(s => PointOf(s.Run, s.Entry))];
        return new AlertTrend
        {
            Alert = seen[^1].Entry.Alert,
            Component = seen[^1].Entry.Component,
            Severity = seen[^1].Entry.Severity,
            Points = points,
            Fires = TrendFigures.Of(points.Select(p => p.FiresSeconds)),
            Delivers = TrendFigures.Of(points.Select(p => p.DeliversSeconds)),
            VerdictChanges = points.Zip(points.Skip(1)).Count(pair => pair.First.Verdict != pair.Second.Verdict),
            InconclusiveShare = (double)points.Count(p => p.Verdict == Verdict.Inconclusive) / points.Length,
            LastProved = points.LastOrDefault(p => p.Verdict == Verdict.Works)?.Run,
        };
    }

    private static TrendPoint PointOf(TrendRun run, AlertEntry entry) => new(
        run,
        entry.Verdict,
        entry.Stages.Any(s => s is { Outcome: Outcome.Fail, KnownDefect: null }),
        Measured(entry, StageName.Fires),
        Measured(entry, StageName.Routes));

    private static double? Measured(AlertEntry entry, StageName stage) =>
        entry.Stages.FirstOrDefault(s => s.Stage == stage)?.MeasuredSeconds is { } seconds && double.IsFinite(seconds) ? seconds : null;
}
