namespace NovaCron.Validation.Assertions.Reports.Run;

/// <summary>
/// Writes what a run found wrong as SARIF 2.1.0 (OASIS), so that code hosts show it beside the rule or the receiver that is at fault. Only what
/// the result has a place for is in it.
/// </summary>
public static class RunSarif
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "results.sarif";

    /// <summary>The content of the file.</summary>
    /// <param name="run">What was found.</param>
    public static string Serialize(RunResult run) => SarifLog.Serialize($"run/{run.Configuration}", RunProblems.Of(run), RunProblems.About, run.ConfigurationPath);
}
