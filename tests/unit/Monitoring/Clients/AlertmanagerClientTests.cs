using NovaCron.Validation.Environments.Monitoring.Clients;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Clients;

public sealed class AlertmanagerClientTests
{
    private const string Alerts = """
        [{"annotations":{"summary":"s"},"endsAt":"2026-01-01T00:04:00.000Z","fingerprint":"f1","receivers":[{"name":"slack-alerts"},{"name":"slack-dwcp"}],
          "startsAt":"2026-01-01T00:00:00.600Z","status":{"inhibitedBy":["f0"],"silencedBy":[],"state":"suppressed"},"updatedAt":"2026-01-01T00:00:01.000Z",
          "generatorURL":"http://p","labels":{"alertname":"HighMemoryUsage"}}]
        """;

    [Fact]
    public async Task Reads_alerts_in_every_state()
    {
        var now = new DateTimeOffset(2026, 1, 1, 0, 1, 0, TimeSpan.Zero);
        await using var server = await FakeServer.AnswerAsync(Alerts);
        var alert = (await new AlertmanagerClient(server.Client(), time: new StoppedClock(now)).AlertsAsync(default)).Should().ContainSingle().Subject;

        server.Asked.Should().Equal("GET /api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true");
        alert.SeenAt.Should().Be(now);
        alert.Labels.Should().Contain("alertname", "HighMemoryUsage");
        alert.Annotations.Should().Contain("summary", "s");
        alert.StartsAt.ToUnixTimeMilliseconds().Should().Be(1_767_225_600_600);
        alert.EndsAt.ToUnixTimeMilliseconds().Should().Be(1_767_225_840_000);
        alert.Receivers.Should().Equal("slack-alerts", "slack-dwcp");
        (alert.State, alert.Fingerprint).Should().Be(("suppressed", "f1"));
        alert.InhibitedBy.Should().Equal("f0");
    }

    [Theory]
    [InlineData("ready", true)]
    [InlineData("disabled", true)]
    [InlineData("settling", false)]
    public async Task Reads_its_status(string cluster, bool ready)
    {
        await using var server = await FakeServer.AnswerAsync($$$"""{"cluster":{"status":"{{{cluster}}}","peers":[]},"versionInfo":{"version":"0.28.1"},"uptime":"2026-01-01T00:00:00.000Z","config":{"original":""}}""");
        var status = await new AlertmanagerClient(server.Client()).StatusAsync(default);

        (status.Version, status.Ready).Should().Be(("0.28.1", ready));
    }

    [Theory]
    [InlineData(500, "oops", "asked Alertmanager for its alerts at *; it answered 500 InternalServerError: oops")]
    [InlineData(200, "{}", "asked Alertmanager for its alerts at *; the answer has another shape (*): {}. Is this address that of Alertmanager?")]
    [InlineData(200, "[{}]", "*; the answer has another shape (*")]
    [InlineData(200, """[{"startsAt":"yesterday"}]""", "*; the answer has another shape (*")]
    public async Task No_usable_answer_is_an_exception(int status, string body, string message)
    {
        await using var server = await FakeServer.AnswerAsync(body, status);
        await FluentActions.Awaiting(() => new AlertmanagerClient(server.Client()).AlertsAsync(default)).Should().ThrowAsync<ObservationException>().WithMessage(message);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
