using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using static Microsoft.Playwright.Assertions;

namespace NovaCron.Validation.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class MatrixTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("documented")]
    [InlineData("corrected")]
    public async Task Every_alert_is_shown_at_every_stage_with_a_sign_and_a_word(string report)
    {
        await using var open = await browser.OpenAsync(report);

        foreach (var alert in browser.Folders[report].Result.Alerts)
        {
            var cells = open.Row(alert.Alert).Locator("td[data-stage]");
            (await cells.CountAsync()).Should().Be(Enum.GetValues<StageName>().Length);
            foreach (var stage in alert.Stages)
            {
                var cell = cells.Nth((int)stage.Stage);
                (await cell.GetAttributeAsync("data-stage")).Should().Be(Names.Of(stage.Stage));
                var shown = await cell.Locator(".sign").InnerTextAsync() + " " + await cell.Locator(".word").InnerTextAsync();
                shown.Should().Be(Expected(stage), $"{alert.Alert} {stage.Stage}");
            }
        }
    }

    [BrowserFact]
    public async Task The_verdict_is_said_in_one_sentence()
    {
        await using var open = await browser.OpenAsync("documented");

        (await open.Page.Locator(".sentence").InnerTextAsync()).Should().Contain(RunSentence.Of(browser.Folders["documented"].Result));
    }

    [BrowserFact]
    public async Task A_cell_leads_to_the_stage()
    {
        await using var open = await browser.OpenAsync("documented");
        await open.Row("CacheDown").Locator("td[data-stage=renders] a").ClickAsync();

        await Expect(open.Page.Locator("[id='CacheDown/renders']")).ToBeFocusedAsync();
        (await open.Page.EvaluateAsync<string>("decodeURIComponent(location.hash)")).Should().Be("#CacheDown/renders");
    }

    [BrowserFact]
    public async Task A_known_defect_is_told_with_its_lines_and_their_mend()
    {
        await using var open = await browser.OpenAsync("documented");
        await open.Article("CacheDown").Locator("a[href='#defect/slack-hears-of-no-resolution']").First.ClickAsync();

        var defect = open.Page.Locator("[id='defect/slack-hears-of-no-resolution']");
        await Expect(defect).ToHaveAttributeAsync("open", "");
        await Expect(defect.Locator(".code.added", new() { HasText = "send_resolved: true" }).First).ToBeVisibleAsync();
        (await defect.InnerTextAsync()).Should().Contain(browser.Folders["documented"].Result.Defects.Single(d => d.Id == "slack-hears-of-no-resolution").Mend);
    }

    [BrowserFact]
    public async Task Surfaces_that_are_as_documented_are_folded_and_the_others_are_not()
    {
        await using var open = await browser.OpenAsync("documented");
        var surfaces = open.Page.Locator("section[aria-labelledby='section/surfaces']");

        (await surfaces.Locator(".mark:visible .word").AllInnerTextsAsync()).Should().NotBeEmpty().And.OnlyContain(w => w == "known");
        await surfaces.Locator("details > summary").First.ClickAsync();
        await Expect(surfaces.Locator(".mark.pass").First).ToBeVisibleAsync();
    }

    private static string Expected(StageEntry stage) => stage switch
    {
        { Outcome: Outcome.Pass } => "✓ pass",
        { Outcome: Outcome.Fail, KnownDefect: not null } => "◆ known",
        { Outcome: Outcome.Fail } => "✗ fails",
        { Outcome: Outcome.NotApplicable } => "– n/a",
        { Outcome: Outcome.Inconclusive } => "? unproved",
        _ => "· unreached",
    };
}
