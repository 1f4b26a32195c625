namespace NovaCron.Validation.Environments.Cells;

/// <summary>Scrape targets that must be up while nothing is wrong.</summary>
public static class ExpectedTargets
{
    private const string KubeStateMetrics = "kube-state-metrics";

    /// <summary>How many targets of each job a cell has at least: how many of them are scraped is for the configuration under test to say.</summary>
    public static IReadOnlyDictionary<string, int> Of(CellBlueprint blueprint)
    {
        var jobs = new Dictionary<string, int> { ["prometheus"] = 1 };
        if (blueprint.Systems.HasFlag(CellSystems.Api))
        {
            jobs["kubernetes-apiservers"] = 1;
            jobs["kubernetes-cadvisor"] = 1;
            jobs["novacron-api"] = blueprint.ApiReplicas;
            // The strategy documents no such job: only a configuration that has one finds the cluster's kube-state-metrics.
            if (blueprint.Monitoring.ScrapeJobs.Contains(KubeStateMetrics))
            {
                jobs[KubeStateMetrics] = 1;
            }
        }

        if (blueprint.Systems.HasFlag(CellSystems.Postgres))
        {
            jobs["postgres-exporter"] = 1;
        }

        if (blueprint.Systems.HasFlag(CellSystems.Redis))
        {
            jobs["redis-exporter"] = 1;
        }

        return jobs;
    }

    /// <summary>Whether a target belongs to a system that the cell has. A configuration names the standby's exporter once and for all, and few cells have a standby.</summary>
    /// <param name="blueprint">What the cell is made of.</param>
    /// <param name="instance">The target's <c>instance</c> label.</param>
    public static bool IsThere(CellBlueprint blueprint, string instance) =>
        instance != CellNames.StandbyExporterTarget || blueprint.Systems.HasFlag(CellSystems.Standby);
}
