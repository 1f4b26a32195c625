using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.Notifications;

public sealed class NotificationParserTests
{
    private static readonly string[] Known = ["ServiceDown", "CacheDown", "Service"];

    [Fact]
    public void Slack_is_read_into_channel_title_and_fields()
    {
        var read = Slack("🚨 CRITICAL: ServiceDown", "[FIRING:2] ServiceDown novacron (x)", "*Severity:* \n*Component:* api\n\n*Alert:* one\n*Alert:* two\n*NovaCron API*\nplain text");

        read.Channel.Should().Be(new Channel("slack", "#incidents"));
        read.Alerts.Should().Equal("ServiceDown");
        read.Values("severity").Should().Equal("");
        read.Values("Alert").Should().Equal("one", "two");
        read.Values("summary").Should().Equal("NovaCron API");
        read.Values("body").Should().Equal("plain text");
        read.Values("title").Should().Equal("🚨 CRITICAL: ServiceDown");
    }

    [Theory]
    [InlineData("[FIRING:1] ServiceDown", NotificationStatus.Firing)]
    [InlineData("[RESOLVED] ServiceDown", NotificationStatus.Resolved)]
    [InlineData("ServiceDown", NotificationStatus.Unknown)]
    [InlineData("resolved by hand", NotificationStatus.Unknown)]
    public void Slacks_status_is_what_Alertmanagers_fallback_says(string fallback, NotificationStatus status) =>
        Slack("ServiceDown", fallback, "x").Status.Should().Be(status);

    [Theory]
    [InlineData("trigger", NotificationStatus.Firing)]
    [InlineData("resolve", NotificationStatus.Resolved)]
    [InlineData("acknowledge", NotificationStatus.Unknown)]
    public void PagerDuty_v1_says_its_status(string type, NotificationStatus status)
    {
        var read = NotificationParser.Parse(Bodies.PagerDuty(1, Evidence.Zero, "KEY", "ServiceDown", type), Known);

        read.Status.Should().Be(status);
        read.Channel.Should().Be(new Channel("pagerduty", "KEY"));
        read.Alerts.Should().Equal("ServiceDown");
        read.Values("description").Should().Equal("ServiceDown");
        read.Values("firing").Should().Equal("1");
        read.Values("severity").Should().BeEmpty();
    }

    [Theory]
    [InlineData("trigger", NotificationStatus.Firing)]
    [InlineData("resolve", NotificationStatus.Resolved)]
    public void PagerDuty_v2_says_its_status_and_its_payload(string action, NotificationStatus status)
    {
        var read = Parse(new
        {
            routing_key = "R",
            dedup_key = "d",
            event_action = action,
            payload = new { summary = "CacheDown", severity = "critical", source = "am", custom_details = new { num_firing = "1" } },
        });

        read.Status.Should().Be(status);
        read.Channel.Should().Be(new Channel("pagerduty", "R"));
        read.Alerts.Should().Equal("CacheDown");
        (read.Values("severity").Single(), read.Values("description").Single(), read.Values("num_firing").Single()).Should().Be(("critical", "CacheDown", "1"));
    }

    [Fact]
    public void A_webhook_lists_its_alerts()
    {
        var read = Parse(new { status = "resolved", receiver = "hook", groupLabels = new { }, alerts = new[] { new { labels = new { alertname = "A" }, annotations = new { summary = "s" } } } });

        read.Status.Should().Be(NotificationStatus.Resolved);
        read.Channel.Should().Be(new Channel("webhook", "/path"));
        read.Alerts.Should().Equal("A");
        read.Values("summary").Should().Equal("s");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("")]
    [InlineData("{\"attachments\":[1,null]}")]
    [InlineData("{\"service_key\":null,\"details\":3}")]
    public void What_cannot_be_read_arrived_and_says_nothing(string body)
    {
        var read = NotificationParser.Parse(Bodies.Request(1, Evidence.Zero, "x", "/path", body), Known);

        read.Status.Should().Be(NotificationStatus.Unknown);
        read.Alerts.Should().BeEmpty();
    }

    [Fact]
    public void Names_are_found_as_whole_words_only() => Slack("ServiceDowntime", "x", "ServiceDown").Alerts.Should().BeEmpty();

    private static Notification Slack(string title, string fallback, string text) =>
        NotificationParser.Parse(Bodies.Slack(1, Evidence.Zero, "#incidents", title, fallback, text), Known);

    private static Notification Parse(object body) => NotificationParser.Parse(Bodies.Request(1, Evidence.Zero, "x", "/path", body), Known);
}
