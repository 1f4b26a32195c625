using System.Globalization;
using NovaCron.Validation.Assertions.Reports;

namespace NovaCron.Validation.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class TimelineTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("documented")]
    [InlineData("corrected")]
    [InlineData("hostile")]
    public async Task Everything_stands_where_its_figure_says(string report)
    {
        await using var open = await browser.OpenAsync(report);

        (await open.RunAsync<string[]>("marks")).Should().BeEmpty();
    }

    [BrowserTheory]
    [InlineData("documented")]
    [InlineData("corrected")]
    public async Task Every_event_of_the_result_is_in_the_picture_and_in_the_table(string report)
    {
        await using var open = await browser.OpenAsync(report);

        foreach (var alert in browser.Folders[report].Result.Alerts.Where(a => a.Timeline.Length > 0))
        {
            var drawn = await open.Article(alert.Alert).Locator("svg.wide .event").EvaluateAllAsync<string[]>("all => all.map(e => e.dataset.event + ' ' + e.dataset.seconds)");
            var expected = alert.Timeline.Where(e => !e.Event.StartsWith("inhibition", StringComparison.Ordinal));
            drawn.Should().BeEquivalentTo(expected.Select(Drawn), alert.Alert);
            (await open.Article(alert.Alert).Locator(".events tbody th").AllTextContentsAsync()).Count.Should().BeGreaterThanOrEqualTo(alert.Timeline.Length);
        }
    }

    [BrowserFact]
    public async Task The_signal_is_drawn_against_its_threshold()
    {
        await using var open = await browser.OpenAsync("corrected");

        foreach (var signals in browser.Folders["corrected"].Signals.Alerts.Where(s => s.Contract.Length > 0))
        {
            var chart = open.Article(signals.Alert).Locator("svg.wide .chart");
            (await chart.Locator(".threshold").GetAttributeAsync("data-value")).Should().Be(signals.Threshold.ToString("G6", CultureInfo.InvariantCulture));
            (await chart.Locator("path.contract").CountAsync()).Should().BePositive();
        }
    }

    [BrowserFact]
    public async Task Who_was_not_told_is_said_to_be_untold()
    {
        await using var open = await browser.OpenAsync("documented");

        (await open.Article("CacheDown").Locator("svg.wide .untold").AllTextContentsAsync()).Should().ContainSingle().Which.Should().Contain("not told");
        (await open.Article("CacheDown").Locator("svg.wide").GetAttributeAsync("aria-label")).Should().Contain("slack-incidents missed what resolution-delivered allows");
    }

    private static string Drawn(TimelineEntry happened) => $"{happened.Event} {happened.DocumentedSeconds.ToString("0.###", CultureInfo.InvariantCulture)}";
}
