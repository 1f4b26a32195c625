using System.Globalization;
using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Engine;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Kubelet;

/// <summary>Keeps one container of a pod running: a new one on the engine for each attempt, the old one removed once the new one is there.</summary>
/// <param name="state">The pod.</param>
/// <param name="container">The container's part of the pod's spec.</param>
/// <param name="engine">The engine.</param>
/// <param name="bodies">Makes the engine's bodies.</param>
/// <param name="namePrefix">Put before the container's name.</param>
/// <param name="time">The clock.</param>
internal sealed class ContainerRunner(PodState state, JsonObject container, IContainerEngine engine, ContainerBodies bodies, string namePrefix, TimeProvider time)
{
    private readonly string name = container.Text("name") ?? "";
    private readonly CrashLoopBackOff backOff = new(time);

    /// <summary>Runs it in a sandbox until cancelled, restarting it whenever it ends.</summary>
    public async Task RunAsync(SandboxState sandbox, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (state.Container(name).LastEnd is { } end)
                await BackOffAsync(end.FinishedAt, cancellationToken);
            var started = await TryStartAsync(sandbox, cancellationToken);
            if (started is not null)
                await engine.WaitAsync(started.Id, cancellationToken);
            var ended = started is null ? null : await engine.InspectAsync(started.Id, cancellationToken);
            state.Change(name, before => before with
            {
                RunningSince = null,
                LastEnd = new ContainerEnd(before.Id ?? "", ended?.ExitCode ?? 128, ended?.OutOfMemory ?? false, ended?.StartedAt ?? time.GetUtcNow(), ended?.FinishedAt ?? time.GetUtcNow()),
            });
        }
    }

    private async Task BackOffAsync(DateTimeOffset finishedAt, CancellationToken cancellationToken)
    {
        while (backOff.Remaining(finishedAt) is var remaining && remaining > TimeSpan.Zero)
        {
            var seconds = backOff.Current.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            state.Change(name, before => before with
            {
                Waiting = ("CrashLoopBackOff", $"back-off {seconds}s restarting failed container={name} pod={state.Pod.Name}_{state.Pod.Namespace}({state.Pod.Uid})"),
            });
            await Task.Delay(remaining, time, cancellationToken);
        }
        backOff.Restarting(finishedAt);
    }

    private async Task<InspectedContainer?> TryStartAsync(SandboxState sandbox, CancellationToken cancellationToken)
    {
        var before = state.Container(name);
        var attempt = before.EngineName is null ? 0 : before.RestartCount + 1;
        var engineName = ContainerBodies.Name(state.Pod, name, attempt);
        var failure = "CreateContainerError";
        try
        {
            var id = await engine.CreateAsync(namePrefix + engineName, bodies.Container(state.Pod, container, sandbox.Id, sandbox.Address, attempt), cancellationToken);
            state.Change(name, known => known with { Id = id, EngineName = engineName, RestartCount = attempt });
            failure = "RunContainerError";
            await engine.StartAsync(id, cancellationToken);
            var running = await engine.InspectAsync(id, cancellationToken);
            state.Change(name, known => known with { RunningSince = running.StartedAt, ImageId = running.ImageId, Waiting = null });
            await RemoveOldAsync(before.Id, cancellationToken);
            return running;
        }
        catch (EngineFailure refused)
        {
            await Console.Error.WriteLineAsync($"The kubelet could not start {engineName}: {refused.Message}");
            state.Change(name, known => known with { Waiting = (failure, refused.Message), RunningSince = null });
            return null;
        }
    }

    private async Task RemoveOldAsync(string? id, CancellationToken cancellationToken)
    {
        try
        {
            if (id is not null)
                await engine.RemoveAsync(id, cancellationToken);
        }
        catch (EngineFailure refused)
        {
            await Console.Error.WriteLineAsync($"The kubelet could not remove the ended container {id} of pod {state.Pod.Name}: {refused.Message}");
        }
    }
}
