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
    public static (CheckResult Result, CheckedReports Reports) Check(string folder) => Check(CheckedConfiguration.Load(folder).Subject, folder, CheckedConfiguration.Ledger(folder));

    /// <summary>Does it with a configuration that is read already.</summary>
    public static (CheckResult Result, CheckedReports Reports) Check(CheckSubject subject, string folder, IReadOnlyCollection<Environments.Monitoring.Configuration.KnownDefect> ledger)
    {
        var result = new CheckJob(CheckCatalogue.All, TimeProvider.System).Run(folder, subject, ledger);
        result = result with { Against = new Comparison(folder, DifferenceJob.Of(subject, subject)) };
        return (result, new CheckedReports(
            Text(result),
            CheckJson.Serialize(result, ExitCode.AsExpected),
            CheckSarif.Serialize(result, CheckCatalogue.All.ToDictionary(c => c.Name, c => c.About), folder),
            CheckJUnit.Serialize(result),
            [.. GitHubAnnotations.Lines(result.Findings.Select(ReportedProblem.Of), folder)]));
    }

    private static string Text(CheckResult result)
    {
        using var text = new StringWriter();
        new CheckText(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) })).Write(result);
        return text.ToString();
    }
}

/// <summary>What is written of a check.</summary>
/// <param name="Text">For people.</param>
/// <param name="Json">For programs.</param>
/// <param name="Sarif">For code hosts.</param>
/// <param name="JUnit">For pipelines.</param>
/// <param name="Annotations">For GitHub, a line each.</param>
internal sealed record CheckedReports(string Text, string Json, string Sarif, string JUnit, IReadOnlyList<string> Annotations);
