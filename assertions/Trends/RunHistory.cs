using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Reports;

namespace NovaCron.Validation.Assertions.Trends;

/// <summary>The results of past runs, read from their folders.</summary>
/// <param name="Runs">What could be read, the oldest first; each run has the time at which it began.</param>
/// <param name="Unreadable">One line for each file that is no result of a run of this version: its path, and why.</param>
public sealed record RunHistory(ImmutableArray<RunResult> Runs, ImmutableArray<string> Unreadable)
{
    // A whole run of 20 alerts writes 0.2 MB.
    private const long MostBytes = 64L * 1024 * 1024;

    /// <summary>Nothing has been run.</summary>
    public static RunHistory None { get; } = new([], []);

    /// <summary>Reads <c>run.json</c> of a folder itself and of each folder directly in it. A folder that is not there has no runs.</summary>
    /// <param name="folder">E.g. <c>results</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<RunHistory> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var runs = ImmutableArray.CreateBuilder<RunResult>();
        var unreadable = ImmutableArray.CreateBuilder<string>();
        foreach (var file in Files(folder, unreadable))
        {
            try
            {
                runs.Add(await ReadFileAsync(file, cancellationToken));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
            {
                unreadable.Add(SafeText.OneLine($"{file}: {failure.Message}"));
            }
        }

        return new RunHistory([.. runs.OrderBy(r => r.StartedAt)], unreadable.ToImmutable());
    }

    private static List<string> Files(string folder, ImmutableArray<string>.Builder unreadable)
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateDirectories(folder).Prepend(folder).Select(d => Path.Combine(d, RunJson.FileName)).Where(File.Exists).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            unreadable.Add(SafeText.OneLine($"{folder}: {failure.Message}"));
            return [];
        }
    }

    private static async Task<RunResult> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        // A pipe or a device has no length, and reading it might never end.
        if (new FileInfo(file).Length is 0 or > MostBytes)
        {
            throw new JsonException($"expected the result of a run, found a file that is empty or has more than {MostBytes} bytes");
        }

        var result = RunJson.Deserialize(await File.ReadAllTextAsync(file, cancellationToken));
        return IsWhole(result)
            ? result with { StartedAt = result.StartedAt ?? RunTime.Of(result.RunId) ?? File.GetLastWriteTimeUtc(file) }
            : throw new JsonException("expected the result of a run, found one without the names of its run, alerts or stages");
    }

    // JSON may have null where the types do not; whoever reads on may rely on them.
    private static bool IsWhole(RunResult run) =>
        run is { RunId: not null, Configuration: not null, Alerts.IsDefault: false, Surfaces.IsDefault: false }
        && run.Alerts.All(a => a is { Alert: not null, Component: not null, Severity: not null, Stages.IsDefault: false } && a.Stages.All(s => s is not null))
        && run.Surfaces.All(s => s is { Subject: not null });
}
