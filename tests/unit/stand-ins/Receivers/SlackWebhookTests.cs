using NovaCron.Validation.StandIns.Receivers;

namespace NovaCron.Validation.Tests.Unit.StandIns.Receivers;

public sealed class SlackWebhookTests
{
    [Theory]
    [InlineData("""{"text":"hello"}""")]
    [InlineData("""{"channel":"#alerts","attachments":[{"title":"HighErrorRate","text":"5 %"}]}""")]
    [InlineData("""{"blocks":[{"type":"divider"}]}""")]
    public void Takes_a_message_with_content(string body) =>
        SlackWebhook.To("application/json", body).Should().Be(new Answer(200, "text/html", "ok"));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"a":1,"a":2}""")]
    public void Refuses_what_is_no_JSON_object(string body) =>
        SlackWebhook.To("application/json", body).Should().Be(new Answer(400, "text/html", "invalid_payload"));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"channel":"#alerts"}""")]
    [InlineData("""{"text":" ","attachments":[]}""")]
    [InlineData("""{"text":7}""")]
    public void Refuses_a_message_without_content(string body) =>
        SlackWebhook.To("application/json", body).Should().Be(new Answer(400, "text/html", "no_text"));

    [Fact]
    public void Reads_the_payload_of_a_form()
    {
        SlackWebhook.To("application/x-www-form-urlencoded", "payload=%7B%22text%22%3A%22hi%22%7D").StatusCode.Should().Be(200);
        SlackWebhook.To("application/x-www-form-urlencoded", "other=1").Body.Should().Be("invalid_payload");
    }
}
