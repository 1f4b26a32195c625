namespace NovaCron.Validation.Environments.Cells;

/// <summary>Scrape targets that must be up while nothing is wrong.</summary>
public static class ExpectedTargets
{
    /// <summary>How many targets of each job a cell has.</summary>
    public static IReadOnlyDictionary<string, int> Of(CellBlueprint blueprint)
    {
        var jobs = new Dictionary<string, int> { ["prometheus"] = 1 };
        if (blueprint.Systems.HasFlag(CellSystems.Api))
        {
            jobs["kubernetes-apiservers"] = 1;
            jobs["kubernetes-cadvisor"] = 1;
            jobs["novacron-api"] = blueprint.ApiReplicas;
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
