using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>How an alert is put to the proof.</summary>
internal static class ScenarioSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Sheet sheet, ExplainedAlert alert)
    {
        var (scenario, contract, scale) = (alert.Scenario, alert.Contract, alert.Scale);
        var plan = PhasePlan.For(scenario, scale);
        sheet.Section("Scenario", $"phases in wall time at {scale}");
        sheet.Row("cell", $"{scenario.CellName}: Prometheus, Alertmanager, receivers{Systems(scenario.Systems)}");
        sheet.Row("scraped", string.Join(", ", Targets(alert)));
        if (!alert.PastLoad.IsEmpty)
        {
            sheet.Row("load", $"{string.Join(", ", alert.PastLoad)}, as the last run asked for it");
        }

        sheet.Row("quiet", $"{Seconds(plan.Quiet)} of steady load without a fault; any alert that fires is a defect");
        sheet.Row("just below", JustBelowText(scenario.JustBelowAt(scale), plan));
        sheet.Row("fault", $"{scenario.FaultName}: {scenario.FaultDescription}; it is proved at the faulted system itself before anything counts, and rolled back when the alert is told");
        foreach (var (name, why) in scenario.DeclaredAlerts)
        {
            sheet.Row("fires too", $"{name}: {why}");
        }

        if (scenario.Inhibitor is { } inhibitor)
        {
            sheet.Row("inhibition", $"{inhibitor.Contract.Alert} is made to fire first, then the fault once more; Alertmanager itself must report inhibitedBy");
        }

        foreach (var simulated in scenario.Simulations)
        {
            sheet.Row("simulated", $"{simulated.Name}, in virtual time at the documented cadence, since the signal is not the same under time compression");
        }

        sheet.Row("takes", $"about {Seconds(plan.Likely + scenario.TimeToEffect)} where all goes as promised, and what its start and removal take");
    }

    private static string JustBelowText(JustBelow justBelow, PhasePlan plan) => justBelow switch
    {
        JustBelow.Level level => FormattableString.Invariant($"held at {level.Least * 100:0}–{level.Most * 100:0} % of the threshold, as measured in Prometheus, for {Seconds(plan.JustBelowHold)} after {Seconds(plan.JustBelowSettle)} to settle; the alert must stay silent"),
        JustBelow.Brief => $"bad for as short as one evaluation can see and less than for, then good for {Seconds(plan.JustBelowHold)}; the alert must stay silent",
        JustBelow.None none => $"none: {none.Reason}",
        _ => "none",
    };

    // What a cell's Prometheus must have up; which jobs there are is for the configuration to say.
    private static IEnumerable<string> Targets(ExplainedAlert alert)
    {
        var blueprint = alert.Scenario.Shape(new CellBlueprint
        {
            Name = alert.Scenario.CellName,
            Systems = alert.Scenario.Systems,
            Monitoring = new MonitoringFiles([], [], [], []) { ScrapeJobs = [.. alert.Configuration.Prometheus.Jobs.Select(j => j.Name)], Scale = alert.Scale },
        });
        return ExpectedTargets.Of(blueprint).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value == 1 ? t.Key : $"{t.Value} × {t.Key}");
    }

    private static string Systems(CellSystems systems) => string.Concat(
        Enum.GetValues<CellSystems>().Where(s => s != CellSystems.None && systems.HasFlag(s)).Select(s => s switch
        {
            CellSystems.Api => ", NovaCron API pods and the Kubernetes that runs them",
            CellSystems.Postgres => ", PostgreSQL and its exporter",
            CellSystems.Redis => ", Redis and its exporter",
            _ => ", a standby of PostgreSQL and its exporter",
        }));

    private static string Seconds(TimeSpan wall) => $"{Numbers.Seconds(wall.TotalSeconds)} s";
}
