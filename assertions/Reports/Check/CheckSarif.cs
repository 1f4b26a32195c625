using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Reports.Check;

/// <summary>Writes findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines.</summary>
public static class CheckSarif
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "check.sarif";

    /// <summary>The content of the file.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="about">One sentence about each check, by name; a check without one is told by its name.</param>
    /// <param name="folder">The configuration's folder relative to the root of the repository.</param>
    public static string Serialize(CheckResult result, IReadOnlyDictionary<string, string> about, string folder) =>
        SarifLog.Serialize($"check/{result.Configuration}", result.Findings.Select(ReportedProblem.Of), rule => about.GetValueOrDefault(rule, rule), folder);
}
