using System.Collections.Concurrent;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>The container that a pod fault acts on, and its sandbox: found, killed and looked at.</summary>
/// <param name="options">Which.</param>
internal sealed class PodTarget(PodFaultOptions options)
{
    private static readonly TimeSpan DeathLimit = TimeSpan.FromSeconds(10);
    private const string KillSignal = "KILL";
    private const int NotFound = 404;
    private const int NotRunning = 409;
    private readonly ConcurrentDictionary<string, bool> _containers = new();
    private string _sandbox = "";

    /// <summary>Every container under the name that was there while the fault lasted, the restarted ones included. The sandbox is not among them: its death is no part of a fault of this kind.</summary>
    public IReadOnlyCollection<string> Containers => [.. _containers.Keys];

    /// <summary>Pod and container, as error messages name them.</summary>
    public string Subject => $"container {options.Container} of pod {options.Pod}";

    /// <summary>Finds the sandbox and the running container, and makes sure that it listens: killing one that does not would prove nothing.</summary>
    /// <returns>The running container's identifier.</returns>
    /// <exception cref="FaultException">There is none, or it does not listen.</exception>
    public async Task<string> FindListeningAsync(CancellationToken cancellationToken)
    {
        _sandbox = await PodContainers.SandboxAsync(options.Engine, options.CellLabels, options.Pod, cancellationToken);
        var running = await RunningAsync(cancellationToken);
        if (running is not [{ } container])
        {
            throw new FaultException($"{Subject}: {running.Count} of them run instead of one, so there is nothing to kill; wait until the pod is ready");
        }

        return (await ReadSocketsAsync(cancellationToken)).IsListening(options.Port)
            ? container
            : throw new FaultException($"{Subject} runs but does not listen on port {options.Port}, so that killing it would show nothing; wait until the pod is ready");
    }

    /// <summary>Identifiers of the containers under the name that run.</summary>
    public async Task<IReadOnlyList<string>> RunningAsync(CancellationToken cancellationToken)
    {
        var named = await PodContainers.NamedAsync(options, cancellationToken);
        foreach (var container in named)
        {
            _containers.TryAdd(container.Id, true);
        }

        return [.. named.Where(PodContainers.IsRunning).Select(container => container.Id)];
    }

    /// <summary>Kills a container's process; one that has ended already is as good.</summary>
    public async Task KillAsync(string id, CancellationToken cancellationToken)
    {
        _containers.TryAdd(id, true);
        try
        {
            await options.Engine.Container(id).KillAsync(KillSignal, cancellationToken);
        }
        catch (EngineException e) when (e.StatusCode is NotFound or NotRunning)
        {
            // It ended by itself, or the kubelet has cleared it away.
        }
    }

    /// <summary>Waits until a container's process has ended.</summary>
    public Task<FaultEffect> AwaitDeathAsync(EffectWait wait, string id, CancellationToken cancellationToken) =>
        wait.UntilHoldsAsync($"the end of container {ShortId(id)}", DeathLimit, token => JudgeDeadAsync(id, token), cancellationToken);

    /// <summary>Whether a container's process has ended.</summary>
    public async Task<Judgement> JudgeDeadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var inspection = await options.Engine.Container(id).InspectAsync(cancellationToken);
            var evidence = $"container {ShortId(id)} of {Subject} is {inspection.State}, exit code {inspection.ExitCode}";
            return inspection.State is "exited" or "dead" or "removing" ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
        }
        catch (EngineException e) when (e.StatusCode == NotFound)
        {
            return Judgement.Holds($"container {ShortId(id)} of {Subject} has been removed");
        }
    }

    /// <summary>Whether a container other than those killed runs and listens.</summary>
    public async Task<Judgement> JudgeBackAsync(IReadOnlySet<string> killed, CancellationToken cancellationToken)
    {
        string[] running = [.. (await RunningAsync(cancellationToken)).Where(id => !killed.Contains(id))];
        if (running is not [{ } successor])
        {
            return Judgement.NotYet($"{running.Length} successors of {Subject} run instead of one");
        }

        return (await ReadSocketsAsync(cancellationToken)).IsListening(options.Port)
            ? Judgement.Holds($"container {ShortId(successor)} of {Subject} runs and listens on port {options.Port} (/proc/net/tcp of its sandbox)")
            : Judgement.NotYet($"container {ShortId(successor)} of {Subject} runs and does not listen on port {options.Port} yet");
    }

    /// <summary>Reads the sockets of the pod's network namespace, from inside its sandbox.</summary>
    public async Task<NamespaceSockets> ReadSocketsAsync(CancellationToken cancellationToken)
    {
        var result = await options.Engine.Container(_sandbox).ExecAsync(["cat", .. NamespaceSockets.Files], cancellationToken);
        var onlyIPv6IsMissing = result.Stderr.Contains(NamespaceSockets.Files[^1], StringComparison.Ordinal);
        return result.ExitCode == 0 || onlyIPv6IsMissing
            ? NamespaceSockets.Parse(result.Stdout)
            : throw new FaultException($"the sockets of {Subject} could not be read in its sandbox {ShortId(_sandbox)}: cat ended with {result.ExitCode}: {result.Stderr.Trim()}");
    }

    /// <summary>An identifier as the engine's own listings show it.</summary>
    public static string ShortId(string id) => id[..Math.Min(id.Length, 12)];
}
