using System.Text.Json;
using Json.Schema;

namespace NovaCron.Validation.Tests.Unit.Reports;

/// <summary>SARIF 2.1.0 as its official JSON schema defines it.</summary>
internal static class SarifSchema
{
    private static readonly Lazy<JsonSchema> Schema = new(Read);

    /// <summary>What is wrong with a log, each with its place in it; empty where nothing is.</summary>
    public static IReadOnlyList<string> Errors(string json)
    {
        using var document = JsonDocument.Parse(json);
        var result = Schema.Value.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Value}"))];
    }

    private static JsonSchema Read()
    {
        using var stream = typeof(SarifSchema).Assembly.GetManifestResourceStream("sarif-2.1.0.json")!;
        using var reader = new StreamReader(stream);
        return JsonSchema.FromText(reader.ReadToEnd());
    }
}
