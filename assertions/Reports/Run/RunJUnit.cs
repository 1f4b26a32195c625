using System.Globalization;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports.JUnit;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Assertions.Reports.Run;

/// <summary>
/// Writes a run as JUnit XML: an alert is a suite and each of its stages a case; so are the surfaces of one kind, the findings, and the run
/// itself, whose one case fails with the exit code. A known defect is a skipped case, since it is expected; what could not be judged is an
/// error. A case's time is what was measured at that stage, in documented seconds, as a property says.
/// </summary>
public static class RunJUnit
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "junit.xml";

    /// <summary>The content of the file.</summary>
    public static string Serialize(RunResult run) => JUnitXml.Serialize(
        $"run {run.RunId} of {run.Configuration}",
        [
            Whole(run),
            .. run.Alerts.Select(a => Suite(run, a)),
            .. run.Surfaces.GroupBy(s => s.Kind).OrderBy(k => k.Key).Select(k => Suite(run, k)),
            Findings(run),
        ]);

    private static JUnitSuite Whole(RunResult run) => new("run", [ExitCodeCase(run)])
    {
        StartedAt = run.StartedAt,
        Properties =
        [
            ("run.id", run.RunId),
            ("configuration", run.Configuration),
            ("time.scale", Text(run.TimeScale)),
            ("time.unit", TimeUnit(run)),
            ("wall.seconds", Text(run.WallSeconds)),
            ("setup.seconds", Text(run.SetupSeconds)),
            ("critical-path.seconds", Text(run.CriticalPathSeconds)),
            ("exit.code", Text(run.ExitCode)),
            .. run.Components.Select(c => ($"component.{c.Key}", c.Value)),
        ],
    };

    // A failed roll-back or a lost environment shows at no stage: the run has a case of its own for it.
    private static JUnitCase ExitCodeCase(RunResult run)
    {
        var outcome = run.ExitCode switch { 0 => JUnitOutcome.Passed, 1 => JUnitOutcome.Failed, _ => JUnitOutcome.Errored };
        return new JUnitCase(ClassName(run, "run"), "exit code", outcome)
        {
            Type = "exit-code",
            Reason = outcome == JUnitOutcome.Passed ? "" : RunSentence.Of(run),
            Details = run.Disturbances,
        };
    }

    private static JUnitSuite Suite(RunResult run, AlertEntry alert) => new(alert.Alert, [.. alert.Stages.Select(s => Case(run, alert, s))])
    {
        StartedAt = run.StartedAt,
        Properties =
        [
            ("component", alert.Component),
            ("severity", alert.Severity),
            ("fault", alert.Fault),
            ("cell", alert.Cell),
            ("judged.at", alert.JudgedAt),
            ("verdict", Names.Of(alert.Verdict)),
            ("time.unit", TimeUnit(run)),
        ],
    };

    private static JUnitCase Case(RunResult run, AlertEntry alert, StageEntry stage) =>
        Case(ClassName(run, alert.Alert), Names.Of(stage.Stage), stage.Outcome, stage.KnownDefect, stage.Detail) with
        {
            Seconds = stage.MeasuredSeconds,
            Details = [.. Allowed(stage), .. stage.Evidence],
        };

    private static JUnitSuite Suite(RunResult run, IGrouping<SurfaceKind, SurfaceEntry> kind)
    {
        var name = $"surface {kind.Key.ToString().ToLowerInvariant()}";
        return new JUnitSuite(name, [.. kind.Select(s => Case(ClassName(run, name), s.Subject, s.Outcome, s.KnownDefect, s.Detail) with { Details = s.Evidence })])
        {
            StartedAt = run.StartedAt,
        };
    }

    private static JUnitSuite Findings(RunResult run) => new("findings", [.. run.Findings.Select(f => Case(run, f))]) { StartedAt = run.StartedAt };

    private static JUnitCase Case(RunResult run, FindingEntry finding)
    {
        var outcome = finding.Severity == "error" || finding.KnownDefect is not null ? Outcome.Fail : Outcome.Pass;
        var place = $"{finding.File}{(finding.Line is { } line ? FormattableString.Invariant($":{line}") : "")}";
        return Case(ClassName(run, "findings"), $"{finding.Check}: {finding.Subject} ({place})", outcome, finding.KnownDefect, finding.Message) with
        {
            Details = finding.Fix is { Length: > 0 } fix ? [place, fix] : [place],
        };
    }

    private static JUnitCase Case(string className, string name, Outcome outcome, string? known, string detail) => outcome switch
    {
        Outcome.Pass => new JUnitCase(className, name, JUnitOutcome.Passed),
        Outcome.Fail when known is null => new JUnitCase(className, name, JUnitOutcome.Failed) { Reason = detail },
        Outcome.Fail => new JUnitCase(className, name, JUnitOutcome.Skipped) { Reason = $"known defect {known}: {detail}" },
        Outcome.Inconclusive => new JUnitCase(className, name, JUnitOutcome.Errored) { Type = "inconclusive", Reason = detail },
        _ => new JUnitCase(className, name, JUnitOutcome.Skipped) { Reason = $"{Names.Of(outcome)}: {detail}".TrimEnd(' ', ':') },
    };

    private static IEnumerable<string> Allowed(StageEntry stage) => stage.LatestSeconds is { } latest && double.IsFinite(latest)
        ? [FormattableString.Invariant($"allowed: {stage.EarliestSeconds ?? 0:0.###} to {latest:0.###} documented seconds")] : [];

    // Runs of two configurations may be published together. Servers cut a package at dots, which a folder's path may have.
    private static string ClassName(RunResult run, string name) => $"{Path.GetFileName(run.Configuration.TrimEnd('/', '\\')).Replace('.', '_')}.{name.Replace('.', '_')}";

    private static string TimeUnit(RunResult run) => FormattableString.Invariant($"documented seconds: wall seconds × {run.TimeScale}");

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
