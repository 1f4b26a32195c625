namespace NovaCron.Validation.Environments.Cells;

/// <summary>Scrape targets that must be up while nothing is wrong.</summary>
public static class ExpectedTargets
{
    private const string KubeStateMetrics = "kube-state-metrics";

    /// <summary>How many targets of each job a cell has.</summary>
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
}
