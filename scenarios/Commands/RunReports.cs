using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Html;
using NovaCron.Validation.Assertions.Reports.Run;
using NovaCron.Validation.Assertions.Trends;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>Writes every report of a run from its result folder, at the end of a run and ever after.</summary>
internal static class RunReports
{
    // A line for each format.
    private static readonly ImmutableArray<Format> Formats =
    [
        new(RunHtml.FileName, RunHtml.RenderAsync),
        new(RunJUnit.FileName, input => Task.FromResult(RunJUnit.Serialize(input.Folder.Result))),
        new(RunSarif.FileName, input => Task.FromResult(RunSarif.Serialize(input.Folder.Result))),
        new(RunMarkdown.FileName, input => Task.FromResult(RunMarkdown.Serialize(input.Folder.Result))),
    ];

    /// <summary>Writes the reports into the folder; each appears whole or not at all.</summary>
    /// <returns>The files, in the order in which they were written.</returns>
    /// <exception cref="UsageException">The folder holds no result that can be read, or cannot be written.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var result = await ReadAsync(folder, cancellationToken);
        var run = new ReportInput(result) { Trend = await TrendAsync(folder, result.Result, cancellationToken) };
        var files = new ResultFiles(folder);
        var written = new List<string>();
        foreach (var format in Formats)
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Write(format.FileName, await format.RenderAsync(run));
            written.Add(Path.Combine(folder, format.FileName));
        }

        return written;
    }

    // Past runs lie beside this one; what cannot be read of them, history tells.
    private static async Task<ConfigurationTrend?> TrendAsync(string folder, RunResult run, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) is not { } beside)
        {
            return null;
        }

        var history = await RunHistory.ReadAsync(beside, cancellationToken);
        var trend = Trend.Of(history.Runs.Where(r => r.Configuration == run.Configuration && r.StartedAt <= (run.StartedAt ?? DateTimeOffset.MaxValue)));
        return trend.Configurations.FirstOrDefault(c => c.Runs.Length > 1);
    }

    private static async Task<RunFolder> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await RunFolder.ReadAsync(folder, cancellationToken);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{folder} is no result folder of a run: {failure.Message} Name one that ./validate run wrote, e.g. results/<run id>", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"the result in {folder} cannot be read: {failure.Message}", failure);
        }
    }

    private sealed record Format(string FileName, Func<ReportInput, Task<string>> RenderAsync);
}
