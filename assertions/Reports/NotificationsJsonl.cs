using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Reads and writes <c>notifications.jsonl</c>: every message as received, one JSON object a line, in order of time.</summary>
public static class NotificationsJsonl
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "notifications.jsonl";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The content of the file.</summary>
    /// <param name="received">Cell and request of every message.</param>
    public static string Serialize(IEnumerable<(string Cell, ReceivedRequest Request)> received)
    {
        var text = new StringBuilder();
        foreach (var (cell, request) in received.OrderBy(r => r.Request.ReceivedAt).ThenBy(r => r.Cell, StringComparer.Ordinal).ThenBy(r => r.Request.Sequence))
        {
            text.Append(JsonSerializer.Serialize(new Line(
                request.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                cell, request.Sequence, request.Host, request.Method, request.Path, request.StatusCode, request.Body), Options)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes the file into a results folder, whole or not at all; written again as a run goes, it always holds all that was received so far.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public static Task WriteAsync(string folder, IEnumerable<(string Cell, ReceivedRequest Request)> received, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(Path.Combine(folder, FileName), Encoding.UTF8.GetBytes(Serialize(received)), cancellationToken);

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="JsonException">A line is no message; the text names the line.</exception>
    public static ImmutableArray<(string Cell, ReceivedRequest Request)> Deserialize(string content) =>
        [.. content.Split('\n').Select((text, index) => (text, index)).Where(l => l.text.Length > 0).Select(l => Read(l.text, l.index + 1))];

    private static (string Cell, ReceivedRequest Request) Read(string text, int number)
    {
        try
        {
            var line = JsonSerializer.Deserialize<Line>(text, Options) ?? throw new JsonException("found null");
            return (line.Cell, new ReceivedRequest(line.Sequence, DateTimeOffset.Parse(line.Time, CultureInfo.InvariantCulture), line.Host, line.Method, line.Path, ImmutableSortedDictionary<string, string>.Empty, line.Body, line.Status));
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            throw new JsonException($"{FileName}:{number}: expected a message: {failure.Message}", failure);
        }
    }

    private sealed record Line(string Time, string Cell, long Sequence, string Host, string Method, string Path, int Status, string Body);
}
