using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Engine;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Kubelet;

/// <summary>Runs every pod that the API has put on its node.</summary>
/// <param name="store">The API's objects.</param>
/// <param name="engine">The engine.</param>
/// <param name="options">What it is told.</param>
/// <param name="time">The clock.</param>
internal sealed class NodeKubelet(ResourceStore store, IContainerEngine engine, KubeletOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (PodWorker Worker, Task Run)> workers = new(StringComparer.Ordinal);

    /// <summary>The pods that it runs now.</summary>
    public IReadOnlyList<PodState> Pods => [.. workers.Values.Select(entry => entry.Worker.State)];

    /// <summary>Follows the API until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = store.Changed;
            foreach (var pod in store.List(ResourceKind.Pods).Objects.Select(found => found.ToJsonObject()).Where(pod => pod.Text("spec", "nodeName") == options.NodeName))
                Sync(pod, cancellationToken);
            await changed.WaitAsync(cancellationToken);
        }
    }

    private void Sync(JsonObject pod, CancellationToken cancellationToken)
    {
        var spec = PodSpec.Of(pod);
        if (!workers.TryGetValue(spec.Uid, out var entry))
        {
            var worker = new PodWorker(new PodState(spec, store, options.NodeAddress, time.GetUtcNow()), store, engine, options, time);
            entry = workers[spec.Uid] = (worker, RunAsync(spec.Uid, worker, cancellationToken));
        }
        if (pod.Text("metadata", "deletionTimestamp") is not null)
            entry.Worker.Terminate(TimeSpan.FromSeconds(pod.Number("metadata", "deletionGracePeriodSeconds") ?? 0));
    }

    private async Task RunAsync(string uid, PodWorker worker, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            await worker.RunAsync(cancellationToken);
            workers.TryRemove(uid, out _);
            worker.Dispose();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The stand-in ends; its pods go with the cell.
        }
        catch (Exception unexpected)
        {
            Environment.FailFast($"The kubelet lost pod {worker.State.Pod.Name}: {unexpected}");
            throw;
        }
    }
}
