using System.Text;
using System.Text.Json;
using NovaCron.Validation.StandIns.Api.Logging;

namespace NovaCron.Validation.Tests.Unit.StandIns.Api.Logging;

public sealed class JsonLogTests : IDisposable
{
    private readonly ManualTime time = new(new DateTimeOffset(2025, 11, 10, 15, 30, 0, TimeSpan.Zero));
    private readonly MemoryStream output = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public void A_line_is_one_JSON_object_with_the_documented_fields()
    {
        new JsonLog(output, time).Write(
            LogSeverity.Warn, "database", "slow query", new LogField("duration", LogDuration.Format(TimeSpan.FromMilliseconds(1250))), new LogField("status", 503), new LogField("none", null));
        Encoding.UTF8.GetString(output.ToArray()).Should().Be(
            """{"level":"warn","timestamp":"2025-11-10T15:30:00.000Z","message":"slow query","component":"database","duration":"1.250000s","status":503}""" + "\n");
    }

    [Fact]
    public void Line_ends_and_quotes_cannot_break_a_line()
    {
        new JsonLog(output, time).Write(LogSeverity.Error, "api", "a\n\"b\"");
        var line = Lines().Should().ContainSingle().Subject;
        line.GetProperty("message").GetString().Should().Be("a\n\"b\"");
        line.GetProperty("level").GetString().Should().Be("error");
    }

    [Fact]
    public void Quotes_stay_readable()
    {
        new JsonLog(output, time).Write(LogSeverity.Error, "api", "'SELECT' failed");
        Encoding.UTF8.GetString(output.ToArray()).Should().Contain("'SELECT' failed");
    }

    [Fact]
    public void A_flood_is_cut_and_the_next_second_says_by_how_much()
    {
        var log = new JsonLog(output, time, linesPerSecond: 3);
        for (var i = 0; i < 10; i++)
            log.Write(LogSeverity.Info, "api", "flood");
        Lines().Should().HaveCount(3);
        time.Now += TimeSpan.FromSeconds(1);
        log.Write(LogSeverity.Info, "api", "after");
        log.Write(LogSeverity.Info, "api", "later");
        Lines()[3].GetProperty("suppressed").GetInt32().Should().Be(7);
        Lines()[4].TryGetProperty("suppressed", out _).Should().BeFalse();
    }

    private List<JsonElement> Lines() =>
        [.. Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
}
