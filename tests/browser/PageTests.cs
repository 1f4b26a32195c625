using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace NovaCron.Validation.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class PageTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const int MostBytes = 3 * 1024 * 1024;

    [BrowserTheory]
    [InlineData("documented")]
    [InlineData("corrected")]
    [InlineData("hostile")]
    public async Task The_page_opens_without_a_complaint_and_asks_for_nothing(string report)
    {
        await using var open = await browser.OpenAsync(report);

        open.Complaints.Should().BeEmpty();
        open.Requests.Should().ContainSingle().Which.Should().StartWith("file:");
        new FileInfo(browser.FileOf(report)).Length.Should().BeLessThan(MostBytes);
        output.WriteLine($"{report}: {new FileInfo(browser.FileOf(report)).Length} bytes, DOMContentLoaded after {await open.Page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"):0} ms");
    }

    [BrowserFact]
    public async Task The_trend_has_a_row_for_each_alert()
    {
        await using var open = await browser.OpenAsync("corrected");

        var rows = open.Page.Locator("section[aria-labelledby='section/trend'] tbody tr");
        (await rows.CountAsync()).Should().Be(browser.Folders["corrected"].Result.Alerts.Length);
        (await rows.First.InnerTextAsync()).Should().Contain("median");
    }

    [BrowserFact]
    public async Task What_the_page_forbids_is_forbidden()
    {
        await using var open = await browser.OpenAsync("documented");

        await open.Page.EvaluateAsync("() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s); const i = new Image(); i.src = 'http://127.0.0.1:9/x.png'; document.body.append(i); }");

        (await open.Page.EvaluateAsync<bool>("'ran' in window")).Should().BeFalse();
        await open.UntilComplainedAsync("Content Security Policy");
    }

    [BrowserFact]
    public async Task Hostile_text_runs_nothing_and_is_there_to_read()
    {
        await using var open = await browser.OpenAsync("hostile");

        (await open.Page.Locator("img, iframe, object, a[href^='javascript'], a[href^='data']").CountAsync()).Should().Be(0);
        (await open.Page.Locator("script").CountAsync()).Should().Be(1);
        var text = await open.Page.Locator("article.alert").First.InnerTextAsync();
        text.Should().Contain("<img src=x onerror=alert(1)>").And.Contain("<U+202E>").And.NotContain("\u202E");
        (await open.Page.Locator("article.alert").CountAsync()).Should().Be(2);
    }

    [BrowserTheory]
    [InlineData("documented")]
    [InlineData("corrected")]
    [InlineData("hostile")]
    public async Task A_phone_shows_all_of_it_without_scrolling_to_the_side(string report)
    {
        await using var open = await browser.OpenAsync(report, options: new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 }, IsMobile = true });
        await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(360);
        (await open.Page.Locator("svg.timeline.narrow").First.IsVisibleAsync()).Should().BeTrue();
        (await open.Page.Locator("svg.timeline.wide").First.IsVisibleAsync()).Should().BeFalse();
    }

    [BrowserFact]
    public async Task Without_its_script_the_page_is_read_all_the_same()
    {
        await using var open = await browser.OpenAsync("documented", "CacheDown/fires", new BrowserNewContextOptions { JavaScriptEnabled = false });

        (await open.Page.Locator("article.alert:visible").CountAsync()).Should().Be(7);
        (await open.Row("CacheDown").IsVisibleAsync()).Should().BeTrue();
        (await open.Page.Locator("form.filters").IsVisibleAsync()).Should().BeFalse();
        (await open.Page.Locator(".theme").IsVisibleAsync()).Should().BeFalse();
        await open.Page.Locator("details.events > summary").First.ClickAsync();
        await Expect(open.Page.Locator("details.events table").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task On_paper_what_is_folded_is_unfolded_and_nothing_is_dark()
    {
        await using var open = await browser.OpenAsync("documented", options: new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        (await open.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).Should().Be("rgb(255, 255, 255)");
        await Expect(open.Page.Locator(".events table").First).ToBeVisibleAsync();
        await Expect(open.Page.Locator(".defect.known .quote").First).ToBeVisibleAsync();
        await Expect(open.Page.Locator(".topbar")).ToBeHiddenAsync();
        await Expect(open.Page.Locator(".raw pre").First).ToBeHiddenAsync();
        var pdf = await open.Page.PdfAsync(new PagePdfOptions { Format = "A4", PrintBackground = true });
        Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), "/Type /Page\\b").Should().BeInRange(3, 40);
    }
}
