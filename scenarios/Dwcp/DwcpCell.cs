using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.FaultInjectors.Dwcp;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Scenarios.Dwcp;

/// <summary>Finds the pods of a cell that stream DWCP, and sets further peers on them.</summary>
internal static class DwcpCell
{
    /// <summary>Streams with ten packets a second each: enough to be measured, where the number of packets is not what matters.</summary>
    public static CellBlueprint WithSlowStreams(CellBlueprint blueprint) =>
        blueprint with { ApiEnvironment = blueprint.ApiEnvironment.SetItem("DWCP_PACKETS_PER_SECOND", "10") };

    /// <summary>A further peer of the cell's first pod; what it does is the caller's to add.</summary>
    /// <param name="context">The cell.</param>
    /// <param name="name">Name of the fault.</param>
    /// <param name="streams">Streams that the peer opens.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<DwcpPeerOptions> PeerAsync(ScenarioCell context, string name, int streams, CancellationToken cancellationToken)
    {
        var cell = context.Cell;
        var pod = (await cell.Kubernetes.PodsAsync(cancellationToken))[0];
        return new DwcpPeerOptions
        {
            Name = name,
            Engine = cell.Run.Engine,
            CellLabels = cell.Labels,
            Network = cell.Network,
            SandboxId = await SandboxAsync(cell, pod, cancellationToken),
            Address = pod.Address,
            Image = cell.Run.Images[ImageCatalogue.StandIns],
            Port = CellNames.DwcpPort,
            ApiPort = CellNames.ApiPort,
            Streams = streams,
            MaximumDuration = context.MaximumFaultDuration,
        };
    }

    /// <summary>The holder of a pod's network namespace.</summary>
    public static Task<string> SandboxAsync(Cell cell, Pod pod, CancellationToken cancellationToken) =>
        PodContainers.SandboxAsync(cell.Run.Engine, cell.Labels, pod.Name, cancellationToken);
}
