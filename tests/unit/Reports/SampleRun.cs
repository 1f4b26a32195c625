using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Tests.Unit.Contracts;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.Reports;

/// <summary>A small run with one alert of every kind.</summary>
internal static class SampleRun
{
    public static LedgerComparison Judgement() => Ledger.Compare(
        Cells().Select(c => new JudgedAlert(c.Contract.Alert, ChainJudge.Judge(c))),
        [new KnownDefect("slack-incidents-hears-no-resolution", StageName.ResolutionDelivered, "slack-incidents", ["ServiceDown"])]);

    public static RunResult Of() => new()
    {
        RunId = "run-1",
        Configuration = "documented",
        TimeScale = 25,
        WallSeconds = 61.25,
        SetupSeconds = 12.5,
        CriticalPathSeconds = 58,
        Components = ImmutableSortedDictionary<string, string>.Empty.Add("prometheus", "2.53.3"),
        Alerts = [.. Cells().Zip(Judgement().Alerts, Alert)],
        Surfaces = [new SurfaceEntry("CPU Usage", SurfaceKind.Dashboard, Outcome.NotReached, "it is judged in the cell of HighCPUUsage, which did not run", [], null)],
        Findings = [new FindingEntry("route/unreachable", "error", "slack-dwcp", "alertmanager.yml", 41, 5, "no alert can reach slack-dwcp", "continue: true", null)],
        Load = [new LoadEntry("novacron-api", 50, 49.98765, 2.5, double.NaN)],
        Rendered = [new RenderedEntry("prometheus.yml", "scrape_interval 15s -> 600ms")],
        Disturbances = ["cache: a stall of 0.3 s"],
        ExitCode = 1,
    };

    private static IEnumerable<CellEvidence> Cells()
    {
        yield return Evidence.For(SampleContracts.CacheHighEvictionRate).Build();
        var down = Evidence.For(SampleContracts.ServiceDown).Build();
        yield return down with { Requests = [.. down.Requests.Where(r => !(r.Body.Contains("#incidents", StringComparison.Ordinal) && r.Body.Contains("RESOLVED", StringComparison.Ordinal)))] };
        yield return Evidence.For(SampleContracts.DatabaseDeadlocks).NeverFires().SignalStays(0).Build();
        yield return Evidence.For(SampleContracts.DwcpPacketLoss).Signal(660, 0.001).Build();
    }

    private static AlertEntry Alert(CellEvidence cell, JudgedAlert judged) => new()
    {
        Alert = judged.Alert,
        Component = cell.Contract.Component,
        Severity = cell.Contract.Severity,
        Fault = "some-fault",
        Cell = cell.Cell,
        JudgedAt = cell.Scale.ToString(),
        Verdict = judged.Verdict,
        Stages = [.. judged.Stages.Select(s => StageEntry.Of(judged.Alert, s))],
        Timeline = [.. TimelineEvents.Of(cell).Select(TimelineEntry.Of)],
    };
}
