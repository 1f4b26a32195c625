using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>All that the files of a run's result folder tell; every report is written from it, during the run and ever after.</summary>
/// <param name="Result"><c>run.json</c>.</param>
/// <param name="Signals"><c>signals.json</c>; empty where the folder has none.</param>
/// <param name="Notifications"><c>notifications.jsonl</c>: cell and request of every message, in order of time; empty where the folder has none.</param>
public sealed record RunFolder(RunResult Result, SignalsResult Signals, ImmutableArray<(string Cell, ReceivedRequest Request)> Notifications)
{
    /// <summary><c>blind-spots.json</c>, where a run over the blind spots was written into the same folder.</summary>
    public BlindSpotsResult? BlindSpots { get; init; }

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The result folder.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">There is no <c>run.json</c>, or a file cannot be read.</exception>
    /// <exception cref="JsonException">A file is not what its name says, or was written by another version.</exception>
    public static async Task<RunFolder> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var result = RunJson.Deserialize(await File.ReadAllTextAsync(Path.Combine(folder, RunJson.FileName), cancellationToken));
        var signals = await TextAsync(folder, SignalsJson.FileName, cancellationToken) is { } text ? SignalsJson.Deserialize(text) : new SignalsResult();
        var notifications = await TextAsync(folder, NotificationsJsonl.FileName, cancellationToken) is { } lines ? NotificationsJsonl.Deserialize(lines) : [];
        var spots = await TextAsync(folder, BlindSpotsJson.FileName, cancellationToken) is { } found ? BlindSpotsJson.Deserialize(found) : null;
        return new RunFolder(result, signals, notifications) { BlindSpots = spots };
    }

    private static async Task<string?> TextAsync(string folder, string file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : null;
    }
}
