using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NovaCron.Validation.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("documented", ColorScheme.Light)]
    [InlineData("documented", ColorScheme.Dark)]
    [InlineData("corrected", ColorScheme.Light)]
    [InlineData("corrected", ColorScheme.Dark)]
    public async Task Every_text_stands_out_from_what_is_behind_it(string report, ColorScheme scheme)
    {
        await using var open = await browser.OpenAsync(report, options: new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        (await open.RunAsync<string[]>("contrast")).Should().BeEmpty();
    }

    [BrowserFact]
    public async Task A_text_that_does_not_stand_out_is_found()
    {
        await using var open = await browser.OpenAsync("documented");
        await open.Page.EvaluateAsync("document.querySelector('legend').style.setProperty('color', '#ccc')");

        (await open.RunAsync<string[]>("contrast")).Should().ContainSingle().Which.Should().StartWith("legend");
    }

    [BrowserTheory]
    [InlineData("documented")]
    [InlineData("corrected")]
    [InlineData("hostile")]
    public async Task Everything_has_a_name_and_an_order(string report)
    {
        await using var open = await browser.OpenAsync(report);

        (await open.RunAsync<string[]>("names")).Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Whoever_has_no_mouse_comes_everywhere()
    {
        await using var open = await browser.OpenAsync("documented");
        await open.Page.Keyboard.PressAsync("Tab");
        await Expect(open.Page.Locator(":focus")).ToHaveTextAsync("Skip to the matrix");

        await open.Page.Locator(".theme").FocusAsync();
        await open.Page.Keyboard.PressAsync("Space");
        await Expect(open.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await open.Row("CacheDown").Locator("td[data-stage=fires] a").FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        await Expect(open.Page.Locator("[id='CacheDown/fires']")).ToBeFocusedAsync();

        await open.Article("CacheDown").Locator(".events > summary").FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        await Expect(open.Article("CacheDown").Locator(".events table")).ToBeVisibleAsync();
        (await open.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).Should().Be("solid");
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light, "dark", "rgb(17, 21, 27)")]
    [InlineData(ColorScheme.Dark, "light", "rgb(245, 246, 248)")]
    public async Task The_theme_follows_the_system_until_it_is_switched(ColorScheme scheme, string switched, string background)
    {
        await using var open = await browser.OpenAsync("documented", options: new BrowserNewContextOptions { ColorScheme = scheme });
        (await Background(open)).Should().NotBe(background);

        await open.Page.Locator(".theme").ClickAsync();
        await Expect(open.Page.Locator("html")).ToHaveAttributeAsync("data-theme", switched);
        (await Background(open)).Should().Be(background);

        await open.Page.ReloadAsync();
        (await Background(open)).Should().Be(background, "the choice is kept");
    }

    private static Task<string> Background(ReportPage open) => open.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
