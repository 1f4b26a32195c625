using NovaCron.Validation.StandIns.Engine;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Kubelet;

/// <summary>Runs one pod from its creation to its end: a sandbox, the containers in it, a new sandbox when that dies, and the clearing away.</summary>
/// <param name="state">The pod.</param>
/// <param name="store">The API's objects.</param>
/// <param name="engine">The engine.</param>
/// <param name="options">What the kubelet is told.</param>
/// <param name="time">The clock.</param>
internal sealed class PodWorker(PodState state, ResourceStore store, IContainerEngine engine, KubeletOptions options, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource terminating = new();
    private readonly ContainerBodies bodies = new(options);
    private TimeSpan grace;
    private int sandboxes;

    /// <summary>What is known of the pod.</summary>
    public PodState State => state;

    /// <summary>Has the pod end: its containers get TERM, the grace, then KILL. A second call changes nothing.</summary>
    public void Terminate(TimeSpan gracePeriod)
    {
        if (terminating.IsCancellationRequested)
            return;
        grace = gracePeriod;
        terminating.Cancel();
    }

    /// <summary>Runs until the pod has ended and is out of the API. Cancelling leaves everything as it is.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var runners = state.Pod.Containers.Select(container => new ContainerRunner(state, container, engine, bodies, options.NamePrefix, time)).ToList();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, terminating.Token);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ClearAsync(stop.Token);
                var sandbox = await StartSandboxAsync(stop.Token);
                await RunInSandboxAsync(sandbox, runners, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (EngineFailure failure)
            {
                await Console.Error.WriteLineAsync($"The kubelet could not run pod {state.Pod.Name}, tries again: {failure.Message}");
                await Task.Delay(CrashLoopBackOff.Initial, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        cancellationToken.ThrowIfCancellationRequested();
        await EndAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => terminating.Dispose();

    private async Task<SandboxState> StartSandboxAsync(CancellationToken cancellationToken)
    {
        var services = store.List(ResourceKind.Services, state.Pod.Namespace).Objects
            .Where(service => service.ToJsonObject().Map("spec", "selector") is { Count: > 0 } selector && LabelSelector.Of(selector).Matches(state.Pod.Labels))
            .Select(service => service.Name);
        var name = ContainerBodies.Name(state.Pod, "POD", sandboxes++);
        var id = await engine.CreateAsync(options.NamePrefix + name, bodies.Sandbox(state.Pod, services), cancellationToken);
        // Known before it runs, so that a pod deleted meanwhile takes it along.
        state.Set(new SandboxState(id, name, options.SandboxImage, "", 0, time.GetUtcNow()));
        await engine.StartAsync(id, cancellationToken);
        var running = await engine.InspectAsync(id, cancellationToken);
        var sandbox = new SandboxState(id, name, options.SandboxImage, running.Addresses.GetValueOrDefault(options.Network, ""), running.Pid, running.StartedAt);
        state.Set(sandbox);
        return sandbox;
    }

    private async Task RunInSandboxAsync(SandboxState sandbox, List<ContainerRunner> runners, CancellationToken cancellationToken)
    {
        using var inThisSandbox = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Task.WhenAll(runners.Select(runner => runner.RunAsync(sandbox, inThisSandbox.Token)));
        try
        {
            await await Task.WhenAny(running, engine.WaitAsync(sandbox.Id, inThisSandbox.Token));
        }
        finally
        {
            await inThisSandbox.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Removes the containers, then the sandbox; what is dead with it counts as ended.</summary>
    private async Task ClearAsync(CancellationToken cancellationToken)
    {
        var (sandbox, containers) = state.Snapshot();
        foreach (var container in containers.Where(container => container.Id is not null))
        {
            await engine.RemoveAsync(container.Id!, cancellationToken);
            state.Change(container.Name, before => before with
            {
                Id = null,
                RunningSince = null,
                LastEnd = before.RunningSince is { } since ? new ContainerEnd(before.Id!, 137, false, since, time.GetUtcNow()) : before.LastEnd,
            });
        }
        if (sandbox is not null)
            await engine.RemoveAsync(sandbox.Id, cancellationToken);
        state.Set((SandboxState?)null);
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        if (grace > TimeSpan.Zero)
            await AskToEndAsync(cancellationToken);
        while (true)
        {
            try
            {
                await ClearAsync(cancellationToken);
                break;
            }
            catch (EngineFailure failure)
            {
                await Console.Error.WriteLineAsync($"The kubelet could not clear pod {state.Pod.Name} away, tries again: {failure.Message}");
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            }
        }
        store.Delete(ResourceKind.Pods, state.Pod.Namespace, state.Pod.Name);
    }

    private async Task AskToEndAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = state.Snapshot().Containers.Where(container => container.RunningSince is not null).Select(container => container.Id!).ToList();
        try
        {
            foreach (var id in running)
                await engine.SignalAsync(id, "SIGTERM", cancellationToken);
            var ended = Task.WhenAll(running.Select(id => engine.WaitAsync(id, limit.Token)));
            await Task.WhenAny(ended, Task.Delay(grace, time, limit.Token));
            await limit.CancelAsync();
            await ((Task)ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (EngineFailure failure)
        {
            await Console.Error.WriteLineAsync($"The kubelet could not ask pod {state.Pod.Name} to end, and kills it: {failure.Message}");
        }
        cancellationToken.ThrowIfCancellationRequested();
    }
}
