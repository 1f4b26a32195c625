using NovaCron.Validation.Assertions.Reports.Html.Messages;

namespace NovaCron.Validation.Tests.Unit.Reports.Html.Messages;

public sealed class MessagePreviewTests
{
    [Fact]
    public void Slack_shows_channel_title_colour_and_lines()
    {
        var slack = Of<SlackPreview>("""{"channel":"#alerts","username":"Alertmanager","attachments":[{"title":"CacheDown","title_link":"http://a","color":"danger","text":"*Severity:* \nx","fallback":"[FIRING:1] CacheDown"}]}""");

        slack.Read.Channel.Address.Should().Be("#alerts");
        slack.MaySpeakOf("CacheDown").Should().BeTrue();
        slack.MaySpeakOf("ServiceDown").Should().BeFalse();
        var part = slack.Attachments.Should().ContainSingle().Subject;
        (part.Colour, part.TitleLink, part.Title[0].Text).Should().Be(("danger", "http://a", "CacheDown"));
        part.Text[0].Should().Contain(p => p.Kind == PieceKind.Empty);
    }

    [Theory]
    [InlineData("#a1B2c3", "#a1B2c3")]
    [InlineData("#a1\\\"/>", "")]
    [InlineData("url(x)", "")]
    public void Only_a_colour_is_a_colour(string colour, string shown) =>
        Of<SlackPreview>($$"""{"channel":"#a","attachments":[{"title":"x","color":"{{colour}}"}]}""").Attachments[0].Colour.Should().Be(shown);

    [Fact]
    public void An_attachment_without_title_or_text_says_so()
    {
        var part = Of<SlackPreview>("""{"channel":"#a","attachments":[{}]}""").Attachments[0];

        part.Title[0].Kind.Should().Be(PieceKind.Empty);
        part.Text[0][0].Kind.Should().Be(PieceKind.Empty);
    }

    [Fact]
    public void PagerDuty_v1_has_no_severity_and_its_details()
    {
        var incident = Of<PagerDutyPreview>("""{"service_key":"k","event_type":"trigger","description":"CacheDown","client":"Alertmanager","details":{"firing":"1","note":""}}""");

        incident.Severity.Should().BeNull();
        incident.Description[0].Text.Should().Be("CacheDown");
        incident.Details.Select(d => (d.Name, d.Value[0].Kind)).Should().Equal(("firing", PieceKind.Plain), ("note", PieceKind.Empty));
    }

    [Fact]
    public void PagerDuty_v2_has_its_severity_in_the_payload() =>
        Of<PagerDutyPreview>("""{"routing_key":"k","event_action":"trigger","payload":{"summary":"CacheDown is <no value>","severity":"critical"}}""")
            .Should().Match<PagerDutyPreview>(p => p.Severity == "critical" && p.Description.Any(d => d.Kind == PieceKind.Leftover));

    [Fact]
    public void A_webhook_shows_labels_and_annotations()
    {
        var hook = Of<WebhookPreview>("""{"receiver":"r","status":"firing","groupLabels":{},"alerts":[{"status":"firing","labels":{"alertname":"CacheDown"},"annotations":{"summary":""}}]}""");

        hook.Alerts.Should().ContainSingle().Which.Annotations[0].Value[0].Kind.Should().Be(PieceKind.Empty);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("")]
    public void What_cannot_be_read_is_shown_as_it_came(string body) => Of<RawPreview>(body).Request.Body.Should().Be(body);

    [Fact]
    public void Nesting_without_end_is_shown_as_it_came() => Of<RawPreview>(new string('[', 100_000)).Read.Fields.Should().BeEmpty();

    [Theory]
    [InlineData(202, true)]
    [InlineData(500, false)]
    public void What_was_refused_was_not_seen(int status, bool isAccepted) =>
        MessagePreview.Of("cell", SampleFolder.Request("{}", status: status), []).IsAccepted.Should().Be(isAccepted);

    private static T Of<T>(string body)
        where T : MessagePreview =>
        MessagePreview.Of("cell", SampleFolder.Request(body, "example"), ["CacheDown", "ServiceDown"]).Should().BeOfType<T>().Subject;
}
