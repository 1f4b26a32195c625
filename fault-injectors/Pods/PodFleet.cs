using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>The API's pods: as the engine runs them, as their kernel tables show them, and as the Kubernetes API counts them.</summary>
/// <param name="options">Where they run.</param>
internal sealed class PodFleet(PodFleetOptions options)
{
    /// <summary>Pods of which a container runs, by the engine's process table; sandboxes count, too.</summary>
    public async Task<IReadOnlyList<string>> RunningAsync(CancellationToken cancellationToken)
    {
        var labels = new Dictionary<string, string>(options.CellLabels) { [PodContainers.PodLabel] = "" };
        var containers = await options.Engine.ListContainersAsync(labels, cancellationToken);
        return [.. containers.Where(PodContainers.IsRunning).Select(c => c.Labels[PodContainers.PodLabel]).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The names of the API's pods, of which there must be some.</summary>
    /// <exception cref="FaultException">There is none, or one is not ready: taking them away would show nothing.</exception>
    public async Task<IReadOnlyList<string>> ReadyAsync(CancellationToken cancellationToken)
    {
        var pods = await options.Kubernetes.PodsAsync(cancellationToken);
        return pods.Length > 0 && pods.All(p => p.Ready)
            ? [.. pods.Select(p => p.Name)]
            : throw new FaultException($"{pods.Count(p => p.Ready)} of {pods.Length} pods of the API are ready, so that taking them away would show nothing; wait until they are");
    }

    /// <summary>Whether no container of a pod runs, or of any pod.</summary>
    /// <param name="pod">The pod; null for all of them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Judgement> JudgeGoneAsync(string? pod, CancellationToken cancellationToken)
    {
        var running = await RunningAsync(cancellationToken);
        var left = running.Where(p => pod is null || p == pod).ToList();
        return left.Count == 0
            ? Judgement.Holds($"the engine runs no container of {(pod is null ? "any pod" : $"pod {pod}")} any more; pods that run: {running.Count}")
            : Judgement.NotYet($"the engine still runs containers of {string.Join(", ", left)}");
    }

    /// <summary>Whether as many pods as there must be are ready, none of them one of the old, and each listens.</summary>
    public async Task<Judgement> JudgeBackAsync(int count, IReadOnlyCollection<string> old, CancellationToken cancellationToken)
    {
        var pods = (await options.Kubernetes.PodsAsync(cancellationToken)).Where(p => p.Ready && !old.Contains(p.Name)).ToList();
        if (pods.Count < count)
        {
            return Judgement.NotYet($"{pods.Count} of {count} pods are ready again");
        }

        foreach (var pod in pods)
        {
            var sandbox = await PodContainers.SandboxAsync(options.Engine, options.CellLabels, pod.Name, cancellationToken);
            var sockets = await options.Engine.Container(sandbox).ExecAsync(["cat", .. NamespaceSockets.Files], cancellationToken);
            if (sockets.Stdout.Length == 0 || !NamespaceSockets.Parse(sockets.Stdout).IsListening(options.Port))
            {
                return Judgement.NotYet($"pod {pod.Name} does not listen on port {options.Port} yet");
            }
        }

        return Judgement.Holds($"{pods.Count} pods are ready and listen on port {options.Port} (/proc/net/tcp of their sandboxes)");
    }
}

/// <summary>Where the API's pods run.</summary>
public sealed record PodFleetOptions
{
    /// <summary>The engine that runs the pods.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>Labels that every container of the cell carries, at least one.</summary>
    public required IReadOnlyDictionary<string, string> CellLabels { get; init; }

    /// <summary>The cell's Kubernetes API.</summary>
    public required KubernetesClient Kubernetes { get; init; }

    /// <summary>TCP port that a pod listens on while it is well.</summary>
    /// <value>9090, the metrics port.</value>
    public int Port { get; init; } = CellNames.MetricsPort;

    /// <summary>How long pods may take to go (their grace is 30 s) and to come back, wall time.</summary>
    /// <value>60 s.</value>
    public TimeSpan ChangeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(PodFleetOptions))
        .Require(Engine is not null, "Engine is missing")
        .Require(Kubernetes is not null, "Kubernetes is missing")
        .Require(CellLabels is { Count: > 0 }, "CellLabels is empty: pods of other cells would be hit")
        .RequireRange(Port, 1, 65535, nameof(Port))
        .RequireTime(ChangeLimit, FaultLimits.LongestDuration, nameof(ChangeLimit))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
