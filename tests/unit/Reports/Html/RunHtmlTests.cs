using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Html;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Trends;

namespace NovaCron.Validation.Tests.Unit.Reports.Html;

public sealed partial class RunHtmlTests
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'</script>\u202E\0";

    [Fact]
    public async Task Verdict_alerts_stages_and_places_are_in_the_page()
    {
        var html = await Render(SampleFolder.Of(SampleFolder.Alert()));

        html.Should().Contain(RunSentence.Of(SampleFolder.Result(SampleFolder.Alert())))
            .And.Contain("id=\"CacheDown\"").And.Contain("id=\"CacheDown/fires\"").And.Contain("href=\"#CacheDown/fires\"")
            .And.Contain("data-event=\"firing\" data-seconds=\"75\"");
    }

    [Fact]
    public async Task An_empty_run_is_a_page_too() => (await Render(SampleFolder.Of())).Should().Contain("0 alerts: 0 work");

    [Fact]
    public async Task New_defects_come_first()
    {
        var works = SampleFolder.Alert("Works") with { Verdict = Verdict.Works, Stages = [] };
        var html = await Render(SampleFolder.Of(works, SampleFolder.Alert("Known"), SampleFolder.Alert("New", knownDefect: null)));

        AlertIds().Matches(html).Select(m => m.Groups[1].Value).Should().Equal("New", "Known", "Works");
    }

    [Fact]
    public async Task A_quote_is_shown_with_its_mend_where_the_defect_is()
    {
        var run = SampleFolder.Result(SampleFolder.Alert()) with
        {
            Defects = [new DefectEntry("slack-hears-nothing", "resolution-delivered", ["slack-incidents"], "seen", "why", "mend it so")],
            Quotes = [new QuoteEntry("slack-incidents", "alertmanager.yml", 41, "- channel: '#incidents'", "- channel: '#incidents'\n  send_resolved: true")],
        };
        var html = await Render(new RunFolder(run, new SignalsResult(), []));

        html.Should().Contain("alertmanager.yml:41").And.Contain("send_resolved: true").And.Contain("mend it so").And.Contain("href=\"#defect/slack-hears-nothing\"");
    }

    [Fact]
    public async Task Hostile_text_is_shown_harmlessly_wherever_it_stands()
    {
        var alert = SampleFolder.Alert(Hostile) with { Severity = Hostile, Component = Hostile, Fault = Hostile, Cell = "c", Promised = [new PromisedEntry(Hostile, Hostile)] };
        alert = alert with { Stages = [new StageEntry { Stage = StageName.Fires, Outcome = Outcome.Fail, Detail = Hostile, Evidence = [Hostile], Subjects = [Hostile], KnownDefect = Hostile }] };
        var body = System.Text.Json.JsonSerializer.Serialize(new { channel = Hostile, attachments = new[] { new { title = Hostile, title_link = "javascript:alert(1)", text = Hostile, color = Hostile, fallback = Hostile } } });
        var run = SampleFolder.Result(alert) with
        {
            Configuration = Hostile, Disturbances = [Hostile], Quotes = [new QuoteEntry(Hostile, Hostile, 1, Hostile, Hostile + "x")],
            Findings = [new FindingEntry(Hostile, "error", Hostile, Hostile, 1, 1, Hostile, Hostile, null)],
        };
        var html = await Render(new RunFolder(run, new SignalsResult { Alerts = [SampleFolder.Signals((0, 1)) with { Alert = Hostile, Unit = Hostile, Query = Hostile }] }, [("c", SampleFolder.Request(body))]));

        html.Should().NotContain("<img").And.NotContain("\u202E").And.NotContain("\0").And.NotContain("href=\"javascript:");
        ScriptTags().Count(html).Should().Be(2, "the page's own script begins and ends, and no other");
        html.Should().Contain("&lt;U+202E&gt;");
    }

    [Fact]
    public async Task The_policy_names_style_and_script_by_what_they_are()
    {
        var html = await Render(SampleFolder.Of());

        foreach (var tag in new[] { "style", "script" })
        {
            var content = html[(html.IndexOf($"<{tag}>", StringComparison.Ordinal) + tag.Length + 2)..html.IndexOf($"</{tag}>", StringComparison.Ordinal)];
            html.Should().Contain($"sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)))}");
        }

        html.Should().Contain("default-src 'none'").And.NotContain("style=\"");
    }

    [Fact]
    public async Task A_trend_and_blind_spots_have_their_place_only_where_there_are_some()
    {
        var folder = SampleFolder.Of(SampleFolder.Alert());
        var trend = Trend.Of([folder.Result, folder.Result with { RunId = "r260101000000aaaa" }]).Configurations.Single();
        var with = new ReportInput(folder with { BlindSpots = new BlindSpotsResult { RunId = "b", Configuration = "documented", TimeScale = 5 } }) { Trend = trend };

        (await RunHtml.RenderAsync(with)).Should().Contain("id=\"section/trend\"").And.Contain("2 runs of ").And.Contain("id=\"section/blind-spots\"");
        (await Render(folder)).Should().NotContain("id=\"section/trend\"").And.NotContain("id=\"section/blind-spots\"");
    }

    private static Task<string> Render(RunFolder folder) => RunHtml.RenderAsync(new ReportInput(folder));

    [GeneratedRegex("<h3 id=\"([^\"]+)\"")]
    private static partial Regex AlertIds();

    [GeneratedRegex("</?script", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptTags();
}
