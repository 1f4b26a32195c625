using NovaCron.Validation.Assertions.Reports;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>Says, once something was not as expected, where to look next: the last lines of what a run writes.</summary>
internal static class WhereToLook
{
    private const int MostNames = 3;

    /// <summary>Writes it: the result folder always, the rest only where somebody has a reason to look.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="folder">The result folder.</param>
    /// <param name="troubled">Names of alerts or blind spots that came otherwise than expected; none when all was as expected.</param>
    public static void Write(IAnsiConsole console, string folder, IReadOnlyList<string> troubled)
    {
        foreach (var name in troubled.Take(MostNames))
        {
            ReportLine.Write(console, $"look: ./validate explain {name}");
        }

        if (troubled.Count > 0)
        {
            var logs = Path.Combine(folder, "logs");
            foreach (var log in (Directory.Exists(logs) ? Directory.EnumerateFiles(logs) : []).Order(StringComparer.Ordinal))
            {
                ReportLine.Write(console, $"look: {log}");
            }
        }

        var report = Path.Combine(folder, "report.html");
        if (File.Exists(report))
        {
            ReportLine.Write(console, $"report: {report}");
        }

        // On one line, however long: it is copied.
        console.WriteLine($"result: {SafeText.OneLine(folder)}");
    }
}
