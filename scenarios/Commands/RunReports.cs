using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Html;
using NovaCron.Validation.Assertions.Reports.Run;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>Writes every report of a run from its result folder, at the end of a run and ever after.</summary>
internal static class RunReports
{
    // A line for each format.
    private static readonly ImmutableArray<Format> Formats =
    [
        new(RunHtml.FileName, folder => RunHtml.RenderAsync(new ReportInput(folder))),
        new(RunJUnit.FileName, folder => Task.FromResult(RunJUnit.Serialize(folder.Result))),
        new(RunSarif.FileName, folder => Task.FromResult(RunSarif.Serialize(folder.Result))),
        new(RunMarkdown.FileName, folder => Task.FromResult(RunMarkdown.Serialize(folder.Result))),
    ];

    /// <summary>Writes the reports into the folder; each appears whole or not at all.</summary>
    /// <returns>The files, in the order in which they were written.</returns>
    /// <exception cref="UsageException">The folder holds no result that can be read, or cannot be written.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var run = await ReadAsync(folder, cancellationToken);
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

    private sealed record Format(string FileName, Func<RunFolder, Task<string>> RenderAsync);
}
