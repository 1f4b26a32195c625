using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NovaCron.Validation.StandIns.Api.Logging;

/// <summary>How bad it is.</summary>
internal enum LogSeverity
{
    /// <summary>News.</summary>
    Info,

    /// <summary>Something to look at.</summary>
    Warn,

    /// <summary>Something failed.</summary>
    Error,
}

/// <summary>A field of a log line.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">A string, a whole number, or null to leave the field out.</param>
internal readonly record struct LogField(string Name, object? Value);

/// <summary>
/// Writes the log lines that the strategy's Promtail pipeline reads: one JSON object a line, with level, timestamp
/// (RFC 3339), message and component. Safe for several threads.
/// </summary>
/// <param name="output">Where lines go.</param>
/// <param name="time">The time.</param>
/// <param name="linesPerSecond">More lines than this in one second are left out; the next line says how many.</param>
internal sealed class JsonLog(Stream output, TimeProvider time, int linesPerSecond = JsonLog.DefaultLinesPerSecond)
{
    /// <summary>Enough to see what fails, and too little to disturb a run that makes everything fail.</summary>
    public const int DefaultLinesPerSecond = 20;

    /// <summary>Quotes of an error message stay readable; a log line is never part of a web page.</summary>
    private readonly JsonWriterOptions format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> line = new();
    private long second;
    private int written;
    private int suppressed;

    /// <summary>Writes a line.</summary>
    /// <param name="level">How bad it is.</param>
    /// <param name="component">What it is about: api, database, cache or dwcp.</param>
    /// <param name="message">What happened.</param>
    /// <param name="fields">More about it.</param>
    public void Write(LogSeverity level, string component, string message, params ReadOnlySpan<LogField> fields)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (IsOverLimit(now))
                return;
            line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(line, format))
                WriteObject(json, now, level, component, message, fields);
            line.Write("\n"u8);
            output.Write(line.WrittenSpan);
            output.Flush();
            suppressed = 0;
        }
    }

    private bool IsOverLimit(DateTimeOffset now)
    {
        if (now.ToUnixTimeSeconds() != second)
            (second, written) = (now.ToUnixTimeSeconds(), 0);
        if (++written <= linesPerSecond)
            return false;
        suppressed++;
        return true;
    }

    private void WriteObject(
        Utf8JsonWriter json, DateTimeOffset now, LogSeverity level, string component, string message, ReadOnlySpan<LogField> fields)
    {
        json.WriteStartObject();
        json.WriteString("level", level switch { LogSeverity.Info => "info", LogSeverity.Warn => "warn", _ => "error" });
        json.WriteString("timestamp", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("message", message);
        json.WriteString("component", component);
        foreach (var (name, value) in fields)
        {
            if (value is string text)
                json.WriteString(name, text);
            else if (value is not null)
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
        }

        if (suppressed > 0)
            json.WriteNumber("suppressed", suppressed);
        json.WriteEndObject();
    }
}
