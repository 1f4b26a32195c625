using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Reads and writes <c>run.json</c>.</summary>
public static class RunJson
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "run.json";

    /// <summary>How every result file is written.</summary>
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        // A file is not a web page: people read `<no value>` and `⚠️` in it, not their escapes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new InstantConverter(), new FigureConverter() },
    };

    /// <summary>The content of the file.</summary>
    public static string Serialize(RunResult result) => JsonSerializer.Serialize(result, Options) + "\n";

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="JsonException">It is no result of a run, or one of another schema.</exception>
    public static RunResult Deserialize(string content)
    {
        var result = JsonSerializer.Deserialize<RunResult>(content, Options) ?? throw new JsonException("expected the result of a run, found null");
        return result.Schema == RunResult.CurrentSchema ? result
            : throw new JsonException($"expected a result of schema {RunResult.CurrentSchema}, found {result.Schema}: read it with the version that wrote it");
    }

    /// <summary>Writes the file into a results folder, whole or not at all.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public static Task WriteAsync(string folder, RunResult result, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(Path.Combine(folder, FileName), System.Text.Encoding.UTF8.GetBytes(Serialize(result)), cancellationToken);

    /// <summary>Reads the file of a results folder.</summary>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    /// <exception cref="JsonException">It is no result of a run, or one of another schema.</exception>
    public static async Task<RunResult> ReadAsync(string folder, CancellationToken cancellationToken) =>
        Deserialize(await File.ReadAllTextAsync(Path.Combine(folder, FileName), cancellationToken).ConfigureAwait(false));

    /// <summary>Instants in UTC with milliseconds, Prometheus' own resolution.</summary>
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>Figures to the millisecond; JSON knows neither NaN nor infinity, which are null.</summary>
    private sealed class FigureConverter : JsonConverter<double>
    {
        public override bool HandleNull => true;

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(Math.Round(value, 3));
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
