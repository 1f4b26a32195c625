using NovaCron.Validation.Environments.Monitoring.Clients;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Clients;

public sealed class ReceiversClientTests
{
    private const string Eighth = """{"sequence":8,"receivedAt":"2026-01-01T00:00:00.1234567+00:00","host":"hooks.slack.com","method":"POST","path":"/services/X","headers":{"content-type":"application/json"},"body":"{\"a\":1}","statusCode":200}""";

    [Fact]
    public async Task Reads_what_arrived_after_a_request()
    {
        await using var server = await FakeServer.AnswerAsync($"[{Eighth}]");
        var request = (await new ReceiversClient(server.Client()).RequestsAsync(7, default)).Should().ContainSingle().Subject;

        server.Asked.Should().Equal("GET /requests?after=7");
        (request.Sequence, request.Host, request.Method, request.Path, request.Body, request.StatusCode).Should().Be(
            (8, "hooks.slack.com", "POST", "/services/X", "{\"a\":1}", 200));
        request.Headers.Should().Contain("content-type", "application/json");
        request.ReceivedAt.ToUnixTimeMilliseconds().Should().Be(1_767_225_600_123);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    public async Task A_gap_is_no_answer(long after)
    {
        await using var server = await FakeServer.AnswerAsync($"[{Eighth}]");
        await FluentActions.Awaiting(() => new ReceiversClient(server.Client()).RequestsAsync(after, default)).Should().ThrowAsync<ObservationException>()
            .WithMessage($"asked the receivers' stand-in for what arrived after request {after} at *; the answer has another shape (request {after + 1} is missing; request 8 stands in its place)*");
    }

    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        await using var server = await FakeServer.AnswerAsync("after must be a sequence number", 400);
        await FluentActions.Awaiting(() => new ReceiversClient(server.Client()).RequestsAsync(-1, default)).Should().ThrowAsync<ObservationException>()
            .WithMessage("*; it answered 400 BadRequest: after must be a sequence number");
    }
}
