using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>Judges what a run over the blind spots brought and puts it into the shape of the result file.</summary>
internal static class BlindSpotReport
{
    /// <summary>The whole result, its exit code included.</summary>
    public static BlindSpotsResult Assemble(string runId, BlindSpotOptions options, BlindSpotRun run, ForetoldBlindSpots foretold)
    {
        var judged = SpotComparison.Compare(run.Spots.Select(s => (s.Evidence.Promise, SpotJudge.Judge(s.Evidence))), foretold);
        return new BlindSpotsResult
        {
            RunId = runId,
            Configuration = options.Run.ConfigurationName,
            TimeScale = options.Run.Scale.Factor,
            WallSeconds = run.Wall.TotalSeconds,
            SetupSeconds = run.SetUp.TotalSeconds,
            CriticalPathSeconds = run.Spots.Select(s => (s.SetUp + s.Measured).TotalSeconds).DefaultIfEmpty().Max(),
            Components = run.Components,
            Spots = [.. run.Spots.Zip(judged, (record, spot) => SpotEntry.Of(spot, record.Evidence, record.Cell))],
            Disturbances = [.. run.Spots.SelectMany(Disturbances)],
            ExitCode = (int)SpotComparison.ExitCodeOf(Facts(run), judged),
        };
    }

    private static RunFacts Facts(BlindSpotRun run) => new()
    {
        RollBackFailed = run.Spots.Any(s => s.Failure?.Kind == CellFailureKind.RollBackFailed),
        EnvironmentLost = run.Leftovers is not null || run.Spots.Any(s => s.Failure?.Kind == CellFailureKind.EnvironmentLost),
        FaultPowerless = run.Spots.Any(s => s.Failure?.Kind == CellFailureKind.FaultFailed),
    };

    private static IEnumerable<string> Disturbances(BlindSpotRecord record) =>
        record.Disturbed.Select(d => $"{record.Evidence.Promise.Spot}, run again: {d}")
            .Concat(record.Evidence.Disturbances.Select(d => $"{record.Evidence.Promise.Spot}: {d}"));
}
