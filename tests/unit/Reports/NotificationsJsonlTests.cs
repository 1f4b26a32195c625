using System.Text.Json;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class NotificationsJsonlTests
{
    [Fact]
    public void Every_message_is_one_line_in_order_of_time()
    {
        var late = Bodies.Request(1, Evidence.Zero.AddSeconds(2), "hooks.slack.com", "/services/x", "line one\nline \"two\" <no value>");
        var early = Bodies.Request(7, Evidence.Zero.AddSeconds(1), "events.pagerduty.com", "/v2", "{}", 429);

        var lines = NotificationsJsonl.Serialize([("api", late), ("cache", early)]).Split('\n');

        lines.Should().HaveCount(3).And.HaveElementAt(2, "");
        lines[0].Should().Be("{\"time\":\"2026-01-01T00:00:01.000Z\",\"cell\":\"cache\",\"sequence\":7,\"host\":\"events.pagerduty.com\",\"method\":\"POST\",\"path\":\"/v2\",\"status\":429,\"body\":\"{}\"}");
        JsonDocument.Parse(lines[1]).RootElement.GetProperty("body").GetString().Should().Be(late.Body);
    }

    [Fact]
    public void Nothing_received_is_an_empty_file() => NotificationsJsonl.Serialize([]).Should().BeEmpty();
}
