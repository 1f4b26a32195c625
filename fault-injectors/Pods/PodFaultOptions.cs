using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>Which container of which pod a fault acts on.</summary>
public sealed record PodFaultOptions
{
    /// <summary>The engine that runs the pod.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>Labels that every container of the cell carries, at least one.</summary>
    public required IReadOnlyDictionary<string, string> CellLabels { get; init; }

    /// <summary>Name of the pod.</summary>
    public required string Pod { get; init; }

    /// <summary>Name of the container in the pod.</summary>
    /// <value><c>novacron-api</c>.</value>
    public string Container { get; init; } = "novacron-api";

    /// <summary>TCP port that the container listens on while it is well.</summary>
    /// <value>9090, the metrics port.</value>
    public int Port { get; init; } = 9090;

    /// <summary>How long a restarted container may take to listen again after the roll-back, wall time.</summary>
    /// <value>60 s: the kubelet's back-off after three restarts (10 s, doubled twice) and the program's start.</value>
    public TimeSpan RestartLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(PodFaultOptions))
        .Require(Engine is not null, "Engine is missing")
        .Require(CellLabels is { Count: > 0 }, "CellLabels is empty: pods of other cells would be hit")
        .RequireText(Pod, nameof(Pod))
        .RequireText(Container, nameof(Container))
        .RequireRange(Port, 1, 65535, nameof(Port))
        .RequireTime(RestartLimit, FaultLimits.LongestDuration, nameof(RestartLimit))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
