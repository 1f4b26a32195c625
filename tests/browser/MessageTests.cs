namespace NovaCron.Validation.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class MessageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Slack_shows_what_a_person_would_have_seen_and_marks_what_is_empty()
    {
        await using var open = await browser.OpenAsync("documented");
        var message = open.Article("CacheDown").Locator(".message.slack").First;

        (await message.Locator(".where").InnerTextAsync()).Should().Be("Slack #incidents");
        (await message.Locator(".heading").InnerTextAsync()).Should().Contain("CacheDown");
        (await message.Locator("p", new() { HasText = "Severity:" }).Locator("mark.fault").InnerTextAsync()).Should().Contain("empty");
        (await message.Locator(".colour rect").GetAttributeAsync("class")).Should().Be("danger");
    }

    [BrowserFact]
    public async Task A_message_that_is_whole_has_no_mark()
    {
        await using var open = await browser.OpenAsync("corrected");

        (await open.Article("CacheDown").Locator(".message mark.fault").CountAsync()).Should().Be(0);
        (await open.Article("CacheDown").Locator(".message.slack.firing strong").AllTextContentsAsync()).Should().Contain("Severity:");
    }

    [BrowserFact]
    public async Task PagerDuty_says_where_the_severity_is_missing()
    {
        await using var open = await browser.OpenAsync("documented");

        (await open.Article("CacheDown").Locator(".message.pagerduty.firing mark.fault").InnerTextAsync()).Should().Contain("not in the message");
    }

    [BrowserFact]
    public async Task Messages_of_the_probe_are_left_out()
    {
        await using var open = await browser.OpenAsync("documented");

        (await open.Page.Locator(".message").AllInnerTextsAsync()).Should().OnlyContain(t => !t.Contains("PipelineHeartbeat", StringComparison.Ordinal));
    }
}
