using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Scenarios.Application;

/// <summary>The API's pods as targets of faults.</summary>
internal static class ApiPods
{
    /// <summary>The API's container of a pod, counted from 0 in the order of their names.</summary>
    public static async Task<PodFaultOptions> TargetAsync(ScenarioCell context, int pod, CancellationToken cancellationToken) => new()
    {
        Engine = context.Cell.Run.Engine,
        CellLabels = context.Cell.Labels,
        Pod = (await context.Cell.Kubernetes.PodsAsync(cancellationToken)).OrderBy(p => p.Name, StringComparer.Ordinal).ElementAt(pod).Name,
        Container = CellNames.Api,
        Port = CellNames.MetricsPort,
        MaximumDuration = context.MaximumFaultDuration,
    };

    /// <summary>Few DWCP streams: those between the pods are another scenario's matter, and one is enough to keep the API whole.</summary>
    public static CellBlueprint WithFewStreams(CellBlueprint blueprint) =>
        blueprint with { ApiEnvironment = blueprint.ApiEnvironment.Add("DWCP_STREAMS", "2") };
}
