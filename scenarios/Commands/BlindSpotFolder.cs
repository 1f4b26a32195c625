using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Scenarios.BlindSpots;
using NovaCron.Validation.Scenarios.Display;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>The result files of a run over the blind spots. They are written as the run goes, each whole or not at all.</summary>
internal sealed class BlindSpotFolder(string folder, BlindSpotOptions options, string runId)
{
    private readonly ResultFiles _files = new(folder);
    private readonly Lock _turn = new();
    private readonly List<(string Cell, ReceivedRequest Request)> _requests = [];
    private BlindSpotsResult? _result;
    private string? _leftovers;

    /// <summary>Writes what a cell brought as soon as it has ended.</summary>
    /// <exception cref="UsageException">The folder cannot be written.</exception>
    public void Keep(BlindSpotRecord spot)
    {
        lock (_turn)
        {
            _requests.AddRange(spot.Evidence.Requests.Select(r => (spot.Cell, r)));
            _files.Write(NotificationsJsonl.FileName, NotificationsJsonl.Serialize(_requests));
            foreach (var (container, log) in spot.Logs)
            {
                _files.Write(Path.Combine("logs", $"{container}.log"), log);
            }
        }
    }

    /// <summary>Judges the run and writes the result.</summary>
    /// <exception cref="UsageException">The folder cannot be written.</exception>
    public ExitCode Finish(BlindSpotRun run, ForetoldBlindSpots foretold)
    {
        _leftovers = run.Leftovers;
        _result = BlindSpotReport.Assemble(runId, options, run, foretold);
        _files.Write(BlindSpotsJson.FileName, BlindSpotsJson.Serialize(_result));
        return (ExitCode)_result.ExitCode;
    }

    private static bool IsUnexpected(SpotEntry spot) =>
        spot.Outcome == SpotOutcome.Inconclusive || (spot.Foretold is { } foretold && foretold != SpotComparison.NameOf(spot.Outcome));

    /// <summary>Shows the result.</summary>
    public void Show(IAnsiConsole console)
    {
        if (_leftovers is not null)
        {
            console.WriteLine(_leftovers);
        }

        BlindSpotTable.Write(console, _result!);
        WhereToLook.Write(console, folder, [.. _result!.Spots.Where(IsUnexpected).Select(s => s.Spot)]);
    }
}
