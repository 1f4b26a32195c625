using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Containers;
using NovaCron.Validation.FaultInjectors.Network;
using NovaCron.Validation.FaultInjectors.Pods;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>A real incident of which nobody may be told: what is done, in which cell, and what somebody ought to be told of it.</summary>
internal abstract class BlindSpot
{
    /// <summary>What somebody ought to be told, and which alerts would say it.</summary>
    public abstract SpotPromise Promise { get; }

    /// <summary>The systems that the incident needs.</summary>
    public abstract CellSystems Systems { get; }

    /// <summary>Scrape jobs whose targets the incident takes down; their missing scrapes are its effect and no disturbance.</summary>
    public virtual ImmutableArray<string> FaultedJobs => [];

    /// <summary>Greatest time compression at which the incident still means what it says.</summary>
    public virtual int LargestScale => TimeScale.Largest;

    /// <summary>How long all is well before it, documented time: long enough for whatever fires without a cause to have fired.</summary>
    public virtual TimeSpan Quiet => TimeSpan.FromMinutes(15);

    /// <summary>Shapes the cell beyond its systems.</summary>
    public virtual CellBlueprint Shape(CellBlueprint blueprint) => blueprint;

    /// <summary>The steady synthetic load of the whole cell's life.</summary>
    public abstract IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context);

    /// <summary>Plays the incident from its beginning to its end.</summary>
    /// <exception cref="FaultException">A fault could not be injected, had no effect, or lost it.</exception>
    public abstract Task PlayAsync(Incident incident, CancellationToken cancellationToken);

    /// <summary>The options of a fault in one of the cell's servers.</summary>
    protected static ContainerKillOptions Server(ScenarioCell context, string role, int port) => new()
    {
        Engine = context.Cell.Run.Engine,
        ContainerId = context.Cell.Container(role).Id,
        What = role,
        Serves = ["bash", "-c", $"</dev/tcp/127.0.0.1/{port.ToString(CultureInfo.InvariantCulture)}"],
        MaximumDuration = context.MaximumFaultDuration,
    };

    /// <summary>The options of a fault in the API's pods.</summary>
    protected static PodFleetOptions Pods(ScenarioCell context) => new()
    {
        Engine = context.Cell.Run.Engine,
        CellLabels = context.Cell.Labels,
        Kubernetes = context.Cell.Kubernetes,
        MaximumDuration = context.MaximumFaultDuration,
    };

    /// <summary>The first pod's port, blocked.</summary>
    protected static async Task<IFault> BlockAsync(ScenarioCell context, int port, CancellationToken cancellationToken)
    {
        var cell = context.Cell;
        var pod = (await cell.Kubernetes.PodsAsync(cancellationToken))[0].Name;
        return new PortBlock(
            new PortBlockOptions
            {
                Engine = cell.Run.Engine,
                CellLabels = cell.Labels,
                SandboxId = await PodContainers.SandboxAsync(cell.Run.Engine, cell.Labels, pod, cancellationToken),
                Image = cell.Run.Images[ImageCatalogue.NetworkTools],
                Port = port,
                MaximumDuration = context.MaximumFaultDuration,
            },
            context.Time);
    }

    /// <summary>A cell whose pods keep few DWCP streams: enough for the API to be whole.</summary>
    protected static CellBlueprint FewStreams(CellBlueprint blueprint) =>
        blueprint with { ApiEnvironment = blueprint.ApiEnvironment.Add("DWCP_STREAMS", "2") };
}

/// <summary>An incident that is one fault, watched for as long as any alert of the configuration could take.</summary>
internal abstract class SingleFault : BlindSpot
{
    /// <summary>The fault.</summary>
    public abstract Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public override async Task PlayAsync(Incident incident, CancellationToken cancellationToken) =>
        await incident.WhileAsync(await CreateFaultAsync(incident.Context, cancellationToken), incident.WatchAsync, cancellationToken);
}
