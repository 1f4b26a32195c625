using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Reads and writes <c>signals.json</c>. A series looks as in Prometheus' own answers: pairs of Unix seconds and the value as text.</summary>
public static class SignalsJson
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "signals.json";

    // Samples are many: a line for each would be most of the file.
    private static readonly JsonSerializerOptions Options = new(RunJson.Options) { WriteIndented = false, Converters = { new SampleConverter() } };

    /// <summary>The content of the file.</summary>
    public static string Serialize(SignalsResult result) => JsonSerializer.Serialize(result, Options) + "\n";

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="JsonException">It holds no signals of a run, or those of another schema.</exception>
    public static SignalsResult Deserialize(string content)
    {
        var result = JsonSerializer.Deserialize<SignalsResult>(content, Options) ?? throw new JsonException("expected the signals of a run, found null");
        return result.Schema == SignalsResult.CurrentSchema ? result
            : throw new JsonException($"expected signals of schema {SignalsResult.CurrentSchema}, found {result.Schema}: read them with the version that wrote them");
    }

    private sealed class SampleConverter : JsonConverter<Sample>
    {
        // Six digits are more than any picture shows.
        private const string Digits = "g6";

        public override Sample Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (JsonSerializer.Deserialize<ImmutableArray<JsonElement>>(ref reader) is not [{ ValueKind: JsonValueKind.Number } at, { ValueKind: JsonValueKind.String } value])
            {
                throw new JsonException("expected a sample as [Unix seconds, \"value\"]");
            }

            return new Sample(DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(at.GetDouble() * 1000)), Value(value.GetString()!));
        }

        public override void Write(Utf8JsonWriter writer, Sample value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.At.ToUnixTimeMilliseconds() / 1000m);
            writer.WriteStringValue(value.Value switch
            {
                double.PositiveInfinity => "+Inf",
                double.NegativeInfinity => "-Inf",
                var finite => finite.ToString(Digits, CultureInfo.InvariantCulture),
            });
            writer.WriteEndArray();
        }

        private static double Value(string text) => text switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw new JsonException($"expected the value of a sample, found \"{text}\""),
        };
    }
}
