using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Tests.Unit.Reports.Run;

/// <summary>Runs that reports are written of.</summary>
internal static class SampleReports
{
    /// <summary>What breaks reports: markup of every format, mentions, links, and characters that XML has no form for.</summary>
    public const string Hostile = "a|b `c` ``` <b onclick=\"x()\">&amp; @someone #12 [x](https://evil.example) ![y](z) ]]> www.evil.example $x$ :tada: ::error::no\n# h \u0000\u001b[2J\u202e\ufffe\ud800";

    /// <summary>A run with an alert of every kind, a known and a new failure beside the alerts, an entry that no longer reproduces, and quotes.</summary>
    public static RunResult Run { get; } = SampleRun.Of() with
    {
        StartedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Surfaces =
        [
            .. SampleRun.Of().Surfaces,
            new SurfaceEntry("/health", SurfaceKind.Health, Outcome.Fail, "expected healthy, found silence", ["GET /health: refused"], null),
            new SurfaceEntry("Error logs", SurfaceKind.Logs, Outcome.Fail, "nothing sets app", [], "log-labels-set-by-nobody"),
            new SurfaceEntry("go_goroutines", SurfaceKind.Metric, Outcome.NotApplicable, "not supplied", [], null),
            new SurfaceEntry("redis_up", SurfaceKind.Metric, Outcome.Pass, "it is there", [], null),
        ],
        Defects = [new DefectEntry("slack-incidents-hears-no-resolution", "resolution-delivered", ["slack-incidents"], "send_resolved is not set", "its default for Slack is false", "set send_resolved: true")],
        Quotes =
        [
            new QuoteEntry("slack-incidents", "alertmanager.yml", 52, "- name: slack-incidents", null),
            new QuoteEntry("DatabaseDeadlocks", "rules/database alerts.yml", 61, "- alert: DatabaseDeadlocks", null),
        ],
        Findings =
        [
            .. SampleRun.Of().Findings,
            FindingEntry.Of(new StaleDefect("old-entry", ["ServiceDown"], "expected old-entry to show, found that it no longer does"), "known-defects.yaml"),
            new FindingEntry("route/group-label", "info", "x", "alertmanager.yml", 3, 1, "no alert has it", null, null),
        ],
    };

    /// <summary>The same with nothing wrong.</summary>
    public static RunResult Perfect { get; } = Run with
    {
        Alerts = [.. Run.Alerts.Where(a => a.Verdict == Verdict.Works)],
        Surfaces = [.. Run.Surfaces.Where(s => s.Outcome != Outcome.Fail)],
        Findings = [],
        Disturbances = [],
        ExitCode = 0,
    };

    /// <summary>The same with hostile text wherever a file or a system under test could bring it in.</summary>
    public static RunResult HostileRun { get; } = Run with
    {
        RunId = Hostile,
        Configuration = $"/tmp/{Hostile}",
        Components = ImmutableSortedDictionary<string, string>.Empty.Add(Hostile, Hostile),
        Alerts = [.. Run.Alerts.Select(a => a with
        {
            Alert = Hostile,
            Component = Hostile,
            Severity = Hostile,
            Cell = Hostile,
            Stages = [.. a.Stages.Select(s => s with { Detail = Hostile, Evidence = [Hostile], MeasuredSeconds = double.NaN, KnownDefect = s.KnownDefect is null ? null : Hostile })],
            Timeline = [.. a.Timeline.Select(t => t with { Receiver = Hostile, Channel = Hostile })],
        })],
        Surfaces = [.. Run.Surfaces.Select(s => s with { Subject = Hostile, Detail = Hostile, Evidence = [Hostile] })],
        Findings = [.. Run.Findings.Select(f => f with { Check = Hostile, Subject = Hostile, File = Hostile, Message = Hostile, Fix = Hostile })],
        Quotes = [new QuoteEntry(Hostile, Hostile, 1, Hostile, null)],
        Disturbances = [Hostile],
    };
}
