using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Reports.Html;

/// <summary>Everything that the HTML report is written from.</summary>
/// <param name="Folder">The run's result folder.</param>
public sealed record ReportInput(RunFolder Folder)
{
    /// <summary>How each alert did in past runs; empty where there are none to compare with, and then the section is left out.</summary>
    public ImmutableArray<TrendEntry> Trend { get; init; } = [];
}

/// <summary>How one alert did over past runs.</summary>
/// <param name="Alert">Alert name.</param>
/// <param name="DetectSeconds">Documented seconds from effect to firing, run by run, oldest first.</param>
/// <param name="DeliverSeconds">Documented seconds from firing to the slowest promised delivery, run by run, oldest first.</param>
/// <param name="Runs">Runs that judged the alert.</param>
/// <param name="VerdictChanges">How often the verdict differed from the run before.</param>
/// <param name="InconclusiveShare">Share of the runs in which it was inconclusive, 0 to 1.</param>
public sealed record TrendEntry(
    string Alert, ImmutableArray<double> DetectSeconds, ImmutableArray<double> DeliverSeconds, int Runs, int VerdictChanges, double InconclusiveShare);
