using System.Text.Json;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Reads and writes <c>blind-spots.json</c>, in the same hand as <c>run.json</c>.</summary>
public static class BlindSpotsJson
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "blind-spots.json";

    /// <summary>The content of the file.</summary>
    public static string Serialize(BlindSpotsResult result) => JsonSerializer.Serialize(result, RunJson.Options) + "\n";

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="JsonException">It holds no result over the blind spots, or one of another schema.</exception>
    public static BlindSpotsResult Deserialize(string content)
    {
        var result = JsonSerializer.Deserialize<BlindSpotsResult>(content, RunJson.Options) ?? throw new JsonException("expected the result of a run over the blind spots, found null");
        return result.Schema == BlindSpotsResult.CurrentSchema ? result
            : throw new JsonException($"expected a result of schema {BlindSpotsResult.CurrentSchema}, found {result.Schema}: read it with the version that wrote it");
    }
}
