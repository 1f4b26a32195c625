using System.Text.Json;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Writes <c>blind-spots.json</c>, in the same hand as <c>run.json</c>.</summary>
public static class BlindSpotsJson
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "blind-spots.json";

    /// <summary>The content of the file.</summary>
    public static string Serialize(BlindSpotsResult result) => JsonSerializer.Serialize(result, RunJson.Options) + "\n";
}
