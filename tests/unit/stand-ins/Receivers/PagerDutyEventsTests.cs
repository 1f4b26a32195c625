using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Receivers;

namespace NovaCron.Validation.Tests.Unit.StandIns.Receivers;

public sealed class PagerDutyEventsTests
{
    private const string Trigger = """{"routing_key":"k","event_action":"trigger","payload":{"summary":"s","source":"p","severity":"critical"}}""";

    [Fact]
    public void Version_1_takes_an_event_and_returns_its_key()
    {
        var answer = PagerDutyEventsV1.To("""{"service_key":"k","event_type":"trigger","description":"ServiceDown","incident_key":"abc"}""");

        answer.StatusCode.Should().Be(200);
        answer.ContentType.Should().Be("application/json");
        answer.Body.Should().Be("""{"status":"success","message":"Event processed","incident_key":"abc"}""");
    }

    [Fact]
    public void Version_1_makes_a_key_when_none_came() =>
        JsonNode.Parse(PagerDutyEventsV1.To("""{"service_key":"k","event_type":"trigger","description":"d"}""").Body)!["incident_key"]!.GetValue<string>().Should().HaveLength(32);

    [Theory]
    [InlineData("nonsense", "not a JSON object")]
    [InlineData("""{"event_type":"trigger","description":"d"}""", "Service key")]
    [InlineData("""{"service_key":"k","description":"d"}""", "Event type")]
    [InlineData("""{"service_key":"k","event_type":"shout","description":"d"}""", "Event type 'shout'")]
    [InlineData("""{"service_key":"k","event_type":"trigger","description":""}""", "Description")]
    [InlineData("""{"service_key":"k","event_type":"resolve"}""", "Incident key")]
    public void Version_1_refuses_an_incomplete_event(string body, string because) => ShouldBeRefused(PagerDutyEventsV1.To(body), because);

    [Fact]
    public void Version_2_takes_an_event_and_returns_its_key()
    {
        PagerDutyEventsV2.To(Trigger).StatusCode.Should().Be(202);
        PagerDutyEventsV2.To("""{"routing_key":"k","event_action":"resolve","dedup_key":"abc"}""").Body
            .Should().Be("""{"status":"success","message":"Event processed","dedup_key":"abc"}""");
    }

    [Theory]
    [InlineData("critical", "fatal", "payload.severity")]
    [InlineData("\"severity\":\"critical\"", "\"other\":1", "payload.severity")]
    [InlineData("\"summary\":\"s\"", "\"summary\":\"\"", "payload.summary")]
    [InlineData("\"source\":\"p\",", "", "payload.source")]
    [InlineData("\"routing_key\":\"k\",", "", "routing_key")]
    [InlineData("\"trigger\"", "\"shout\"", "event_action")]
    [InlineData("\"trigger\"", "\"resolve\"", "dedup_key")]
    public void Version_2_refuses_an_incomplete_event(string good, string bad, string because) =>
        ShouldBeRefused(PagerDutyEventsV2.To(Trigger.Replace(good, bad, StringComparison.Ordinal)), because);

    private static void ShouldBeRefused(Answer answer, string because)
    {
        answer.StatusCode.Should().Be(400);
        var body = JsonNode.Parse(answer.Body)!;
        body["status"]!.GetValue<string>().Should().Be("invalid event");
        body["errors"]!.AsArray().Should().ContainSingle().Which!.GetValue<string>().Should().Contain(because);
    }
}
