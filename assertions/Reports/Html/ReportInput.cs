using NovaCron.Validation.Assertions.Trends;

namespace NovaCron.Validation.Assertions.Reports.Html;

/// <summary>Everything that the HTML report is written from.</summary>
/// <param name="Folder">The run's result folder.</param>
public sealed record ReportInput(RunFolder Folder)
{
    /// <summary>How the configuration did in past runs; null where there are none to compare with, and then the section is left out.</summary>
    public ConfigurationTrend? Trend { get; init; }
}
