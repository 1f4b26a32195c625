using System.Globalization;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports.Markdown;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Reports.Run;

/// <summary>Writes a run for a comment on a pull request and for the summary of a CI job: the verdict first, what is known folded away. Seconds are documented time.</summary>
public static class RunMarkdown
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "summary.md";

    // A detail names every label of a series; more than this is for the other reports.
    private const int DetailLength = 500;

    private const int NameLength = 100;

    private static readonly Glyphs Signs = new(unicode: true);

    /// <summary>The content of the file, at most <see cref="MarkdownPage.Limit"/> characters.</summary>
    public static string Serialize(RunResult run)
    {
        var page = new MarkdownPage(RunJson.FileName);
        var problems = RunProblems.Of(run);
        var fresh = problems.Where(p => p.IsNew).ToList();
        page.Paragraph(Heading(run, fresh.Count));
        page.Paragraph(RunSentence.Of(run));
        page.Paragraph(Facts(run));
        page.List("New defects", [.. fresh.Select(Item)]);
        page.List("Inconclusive", [.. Inconclusive(run)]);
        page.Table(null, ["", "alert", "severity", .. Enum.GetValues<StageName>().Select(Names.Of)], [.. run.Alerts.Select(Row)]);
        page.Table(null, ["", "beside the alerts", .. Signs.All.Select(g => g.Sign)], [.. SurfaceRows(run)]);
        page.Paragraph(string.Join(", ", Signs.All.Select(g => $"{g.Sign} {g.Meaning}")));
        page.List("Known defects", [.. KnownDefectItems.Of(run)], folded: true);
        page.Table("Times", ["alert", "fired after the effect", "allowed", "told after firing"], [.. run.Alerts.Select(Times)], folded: true);
        page.List("Disturbances", [.. run.Disturbances.Select(d => MarkdownText.Plain(d, DetailLength))], folded: true);
        page.List("Worth knowing", [.. problems.Where(p => p is { IsNew: false, KnownDefect: null }).Select(Item)], folded: true);
        return page.ToString();
    }

    private static string Heading(RunResult run, int fresh)
    {
        var name = MarkdownText.Plain(run.Configuration, NameLength);
        var verdict = run.ExitCode switch
        {
            0 => "all as expected",
            1 when fresh == 1 => "1 new defect",
            1 when fresh > 0 => string.Create(CultureInfo.InvariantCulture, $"{fresh} new defects"),
            1 => "defects",
            6 => "inconclusive",
            _ => "not validated",
        };
        return $"### {(run.ExitCode == 0 ? Signs.Pass : run.ExitCode == 1 ? Signs.Fail : Signs.Inconclusive).Sign} Alerts of {name}: {verdict}";
    }

    private static string Facts(RunResult run) => string.Join(" · ", new[]
    {
        $"run {MarkdownText.Plain(run.RunId, NameLength)}",
        string.Create(CultureInfo.InvariantCulture, $"N={run.TimeScale}"),
        $"{Numbers.Seconds(run.WallSeconds)} s wall",
        string.Join(", ", run.Components.Take(20).Select(c => MarkdownText.Plain($"{c.Key} {c.Value}", NameLength))),
    }.Where(f => f.Length > 0));

    private static string Item(ReportedProblem problem)
    {
        var place = problem.Place is { } at ? $" at {MarkdownText.Code(SafeText.Shorten(at, NameLength))}" : "";
        var fix = problem.Fix is { Length: > 0 } mend ? $" *Mend:* {MarkdownText.Plain(mend, DetailLength)}" : "";
        return $"**{MarkdownText.Plain(problem.Subject, NameLength)}** / {MarkdownText.Plain(problem.Rule.Replace("stage/", "", StringComparison.Ordinal), NameLength)}{place}: {MarkdownText.Plain(problem.Message, DetailLength)}.{fix}";
    }

    private static IEnumerable<string> Inconclusive(RunResult run) => run.Alerts
        .SelectMany(a => a.Stages.Where(s => s.Outcome == Outcome.Inconclusive).Select(s => (Subject: a.Alert, Where: Names.Of(s.Stage), s.Detail)))
        .Concat(run.Surfaces.Where(s => s.Outcome == Outcome.Inconclusive).Select(s => (s.Subject, Where: s.Kind.ToString().ToLowerInvariant(), s.Detail)))
        .Select(i => $"**{MarkdownText.Plain(i.Subject, NameLength)}** / {i.Where}: {MarkdownText.Plain(i.Detail, DetailLength)}");

    private static IReadOnlyList<string> Row(AlertEntry alert) =>
    [
        Signs.Of(alert).Sign,
        MarkdownText.Plain(alert.Alert, NameLength),
        MarkdownText.Plain(alert.Severity, NameLength),
        .. Enum.GetValues<StageName>().Select(name => Signs.Of(alert.Stages.FirstOrDefault(s => s.Stage == name)).Sign),
    ];

    private static IEnumerable<IReadOnlyList<string>> SurfaceRows(RunResult run) => run.Surfaces.GroupBy(s => s.Kind).OrderBy(k => k.Key).Select(kind =>
    {
        var signs = kind.Select(s => Signs.Of(s.Outcome, s.KnownDefect)).ToList();
        var worst = new[] { Signs.Fail, Signs.Inconclusive, Signs.Known, Signs.Pass }.FirstOrDefault(signs.Contains) ?? Signs.NotReached;
        return (IReadOnlyList<string>)[worst.Sign, kind.Key.ToString().ToLowerInvariant(), .. Signs.All.Select(g => signs.Count(s => s == g)).Select(n => n == 0 ? "" : n.ToString(CultureInfo.InvariantCulture))];
    });

    private static IReadOnlyList<string> Times(AlertEntry alert)
    {
        var fires = alert.Stages.FirstOrDefault(s => s.Stage == StageName.Fires);
        var firing = alert.Timeline.FirstOrDefault(e => e.Event == "firing")?.DocumentedSeconds;
        var told = firing is not { } fired ? [] : alert.Timeline.Where(e => e.Event == "delivered").Select(e => $"{MarkdownText.Plain(e.Receiver ?? e.Channel ?? "?", NameLength)} {Numbers.Seconds(e.DocumentedSeconds - fired)} s");
        return
        [
            MarkdownText.Plain(alert.Alert, NameLength),
            fires?.MeasuredSeconds is { } measured && double.IsFinite(measured) ? $"{Numbers.Seconds(measured)} s" : "",
            fires?.LatestSeconds is { } latest && double.IsFinite(latest) ? $"{Numbers.Seconds(fires.EarliestSeconds ?? 0)} to {Numbers.Seconds(latest)} s" : "",
            string.Join(", ", told.Take(10)),
        ];
    }
}
