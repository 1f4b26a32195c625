using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Removes what dead runs have left when their reaper died too, as it does with the engine.</summary>
internal static class Leftovers
{
    /// <summary>Sweeps; a run with a heartbeat or with a reaper that still runs is left alone.</summary>
    /// <exception cref="EngineException">The engine could not do it.</exception>
    public static async Task SweepAsync(ContainerEngine engine, TimeProvider time, CancellationToken cancellationToken)
    {
        var owned = new Dictionary<string, string> { [RunLabels.Owner] = "true" };
        var containers = await engine.ListContainersAsync(owned, cancellationToken);
        var networks = await engine.ListNetworksAsync(owned, cancellationToken);
        var reaped = containers.Where(c => c.State == "running" && c.Labels.GetValueOrDefault(RunLabels.Role) == RunLabels.Reaper).Select(c => RunOf(c.Labels));
        var runs = containers.Select(c => RunOf(c.Labels)).Concat(networks.Select(n => RunOf(n.Labels)));
        foreach (var run in runs.Distinct().Except(reaped).OfType<string>().Where(run => !Lease.IsAlive(run, time)))
        {
            await engine.RemoveAllAsync(RunLabels.OfRun(run), cancellationToken);
            Lease.Remove(run);
        }
    }

    private static string? RunOf(IReadOnlyDictionary<string, string> labels) => labels.GetValueOrDefault(RunLabels.Run);
}
