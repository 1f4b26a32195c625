using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NovaCron.Validation.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class FilterTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("component", "cache", new[] { "CacheDown", "CacheLowHitRate" })]
    [InlineData("severity", "critical", new[] { "CacheDown", "ServiceDown" })]
    [InlineData("receiver", "pagerduty-critical", new[] { "CacheDown", "ServiceDown" })]
    public async Task A_choice_leaves_what_matches(string name, string value, string[] left)
    {
        await using var open = await browser.OpenAsync("documented");
        await open.Page.Locator($"select[name={name}]").SelectOptionAsync(value);

        await Expect(open.Page.Locator(".filters .count")).ToHaveTextAsync($"{left.Length} of 7 alerts shown");
        (await Shown(open)).Should().BeEquivalentTo(left);
    }

    [BrowserFact]
    public async Task Words_are_searched_in_all_that_an_alert_says()
    {
        await using var open = await browser.OpenAsync("documented");
        await open.Page.Locator("input[name=text]").FillAsync("deadlock rate");

        await Expect(open.Page.Locator(".filters .count")).ToHaveTextAsync("1 of 7 alerts shown");
        (await Shown(open)).Should().Equal("DatabaseDeadlocks");
    }

    [BrowserFact]
    public async Task Verdicts_are_chosen_and_cleared_again()
    {
        await using var open = await browser.OpenAsync("documented");
        await open.Page.Locator("input[name=verdict]").First.UncheckAsync();

        await Expect(open.Page.Locator(".none-left")).ToBeVisibleAsync();
        (await Shown(open)).Should().BeEmpty();

        await open.Page.Locator(".filters button[type=reset]").ClickAsync();
        await Expect(open.Page.Locator(".filters .count")).ToHaveTextAsync("7 of 7 alerts shown");
    }

    [BrowserFact]
    public async Task A_link_to_what_the_filter_hides_shows_it()
    {
        await using var open = await browser.OpenAsync("documented");
        await open.Page.Locator("select[name=component]").SelectOptionAsync("api");
        await Expect(open.Article("CacheDown")).ToBeHiddenAsync();

        await open.Page.EvaluateAsync("location.hash = '#CacheDown/fires'");
        await Expect(open.Page.Locator("[id='CacheDown/fires']")).ToBeInViewportAsync();
        (await open.Page.Locator("select[name=component]").InputValueAsync()).Should().Be("api");
    }

    [BrowserTheory]
    [InlineData("CacheDown")]
    [InlineData("CacheDown/resolution-delivered")]
    public async Task A_deep_link_opens_at_its_place(string place)
    {
        await using var open = await browser.OpenAsync("documented", place);

        await Expect(open.Page.Locator($"[id='{place}']")).ToBeInViewportAsync();
    }

    private static async Task<IReadOnlyList<string>> Shown(ReportPage open)
    {
        var rows = await open.Page.Locator(".matrix tbody tr:visible .name").AllInnerTextsAsync();
        (await open.Page.Locator("article.alert:visible h3").AllInnerTextsAsync()).Should().Equal(rows);
        return rows;
    }
}
