using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Differences;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Check;
using NovaCron.Validation.Scenarios.Commands;
using Spectre.Console;

namespace NovaCron.Validation.Tests.Benchmarks.Check;

/// <summary>All that <c>check</c> does with a folder, but for asking promtool: reading, checking, comparing, and writing every report.</summary>
internal static class CheckedFolder
{
    /// <summary>Does it.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>What the checks said, and how many characters the reports have.</returns>
    public static (CheckResult Result, long Characters) Check(string folder)
    {
        var subject = CheckedConfiguration.Load(folder).Subject;
        var result = new CheckJob(CheckCatalogue.All, TimeProvider.System).Run(folder, subject, CheckedConfiguration.Ledger(folder));
        result = result with { Against = new Comparison(folder, DifferenceJob.Of(subject, subject)) };
        using var text = new StringWriter();
        new CheckText(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) })).Write(result);
        return (result, text.GetStringBuilder().Length
            + CheckJson.Serialize(result, ExitCode.AsExpected).Length
            + CheckSarif.Serialize(result, CheckCatalogue.All.ToDictionary(c => c.Name, c => c.About), folder).Length
            + CheckJUnit.Serialize(result).Length
            + GitHubAnnotations.Lines(result.Findings.Select(ReportedProblem.Of), folder).Sum(l => (long)l.Length));
    }
}
