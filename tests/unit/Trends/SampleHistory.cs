using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Tests.Unit.Trends;

/// <summary>Results of past runs, made up.</summary>
internal static class SampleHistory
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Three runs of documented, two of corrected, not in order of time.</summary>
    public static IReadOnlyList<RunResult> Runs { get; } =
    [
        Run(2, "documented", Alert("ServiceDown", 90, 12, known: "entry-a"), Alert("CacheDown", 80, 11)),
        Run(0, "documented", Alert("ServiceDown", 70, 10, known: "entry-a"), Alert("CacheDown", null, null, Outcome.Fail)),
        Run(1, "corrected", Alert("ServiceDown", 75, 10)),
        Run(4, "documented", Alert("ServiceDown", 80, 11, known: "entry-a, entry-b"), Alert("CacheDown", 84, 10)),
        Run(3, "corrected", Alert("ServiceDown", null, null, Outcome.Inconclusive)),
    ];

    public static RunResult Run(int hour, string configuration, params AlertEntry[] alerts) => new()
    {
        RunId = $"run-{hour}",
        StartedAt = Start.AddHours(hour),
        Configuration = configuration,
        TimeScale = 25,
        WallSeconds = 200,
        Alerts = [.. alerts],
        Surfaces = configuration == "documented" ? [new SurfaceEntry("Error logs", SurfaceKind.Logs, Outcome.Fail, "no line", [], "log-labels")] : [],
    };

    public static AlertEntry Alert(string name, double? fires, double? told, Outcome outcome = Outcome.Pass, string? known = null) => new()
    {
        Alert = name,
        Component = "api",
        Severity = "critical",
        Fault = "some-fault",
        Cell = "some-cell",
        JudgedAt = "N=25",
        Verdict = outcome switch { Outcome.Fail => Verdict.Defective, Outcome.Inconclusive => Verdict.Inconclusive, _ => known is null ? Verdict.Works : Verdict.Defective },
        Stages =
        [
            new StageEntry { Stage = StageName.Fires, Outcome = outcome, MeasuredSeconds = fires },
            new StageEntry { Stage = StageName.Routes, Outcome = told is null ? Outcome.NotReached : Outcome.Pass, MeasuredSeconds = told },
            new StageEntry { Stage = StageName.Renders, Outcome = known is null ? Outcome.Pass : Outcome.Fail, KnownDefect = known },
        ],
    };
}
