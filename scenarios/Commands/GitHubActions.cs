using System.Text;
using NovaCron.Validation.Assertions.Reports;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>What GitHub Actions shows of a result: annotations beside the lines, and the summary of the job.</summary>
/// <param name="Annotates">Whether workflow commands are understood: <c>GITHUB_ACTIONS</c> is <c>true</c>.</param>
/// <param name="StepSummary">The file that the job's summary is appended to, <c>GITHUB_STEP_SUMMARY</c>; null or empty for none.</param>
/// <param name="Output">Standard output, which workflow commands are read from.</param>
/// <param name="Error">Standard error.</param>
internal sealed record GitHubActions(bool Annotates, string? StepSummary, TextWriter Output, TextWriter Error)
{
    /// <summary>As the environment says.</summary>
    public static GitHubActions Current => new(
        Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true", Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY"), Console.Out, Console.Error);

    /// <summary>Tells a result; nothing where neither is asked for. A summary that cannot be written is told and ends nothing: the result is the same without it.</summary>
    /// <param name="problems">What was found.</param>
    /// <param name="folder">The configuration's folder relative to the root of the repository.</param>
    /// <param name="summary">Markdown.</param>
    public void Tell(IEnumerable<ReportedProblem> problems, string folder, string summary)
    {
        if (Annotates)
        {
            foreach (var line in GitHubAnnotations.Lines(problems, folder))
            {
                Output.WriteLine(line);
            }
        }

        if (StepSummary is { Length: > 0 } path)
        {
            Append(path, summary);
        }
    }

    private void Append(string path, string summary)
    {
        try
        {
            // Other commands of the step write to the same file, and may have left their last line open.
            File.AppendAllText(path, $"\n{summary}\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Error.WriteLine($"validate: the summary of the result could not be appended to GITHUB_STEP_SUMMARY={path}: {failure.Message.TrimEnd('.')}; the exit code stands without it");
        }
    }
}
