using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Engine;

namespace NovaCron.Validation.Tests.Unit.StandIns;

/// <summary>A container engine in memory whose containers die when a test says so.</summary>
internal sealed class FakeEngine(TimeProvider? time = null) : IContainerEngine
{
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, FakeContainer> containers = new();
    private readonly List<ListedContainer> listed = [];
    private readonly List<ListedNetwork> networks = [];
    private int created;

    public ConcurrentQueue<string> Removed { get; } = [];

    public int RefuseRemovals { get; set; }

    public string? RefuseImage { get; set; }

    public bool IgnoreTerminate { get; set; }

    public IReadOnlyList<string> Names => [.. containers.Values.Select(container => container.Name).Concat(listed.Select(container => container.Name)).Order(StringComparer.Ordinal)];

    public FakeContainer Container(string namePart) => containers.Values.Single(container => container.Name.Contains(namePart, StringComparison.Ordinal));

    public bool Has(string namePart) => containers.Values.Any(container => container.Name.Contains(namePart, StringComparison.Ordinal));

    public void AddListed(string name, string label, string value, string networkMode, string? role = null)
    {
        var labels = new Dictionary<string, string> { [label] = value };
        if (role is not null)
            labels["novacron-validation.role"] = role;
        listed.Add(new ListedContainer(name, name, labels, networkMode));
    }

    public void AddNetwork(string name) => networks.Add(new ListedNetwork(name, name));

    public Task<string> CreateAsync(string name, JsonObject body, CancellationToken cancellationToken)
    {
        if (body["Image"]?.GetValue<string>() == RefuseImage)
            throw new EngineFailure($"No such image: {RefuseImage}");
        var number = Interlocked.Increment(ref created);
        var container = new FakeContainer($"id{number}", name, body, $"10.0.0.{number}");
        containers[container.Id] = container;
        return Task.FromResult(container.Id);
    }

    public Task StartAsync(string id, CancellationToken cancellationToken)
    {
        containers[id].StartedAt = time.GetUtcNow();
        return Task.CompletedTask;
    }

    public Task<InspectedContainer> InspectAsync(string id, CancellationToken cancellationToken)
    {
        var found = containers.GetValueOrDefault(id) ?? throw new EngineFailure($"no such container {id}", System.Net.HttpStatusCode.NotFound);
        var network = found.Body["HostConfig"]!["NetworkMode"]!.GetValue<string>();
        return Task.FromResult(new InspectedContainer(id, found.FinishedAt is null, found.ExitCode, found.OutOfMemory, 1, found.StartedAt, found.FinishedAt, new Dictionary<string, string> { [network] = found.Address }, "sha256:1"));
    }

    public Task<int> WaitAsync(string id, CancellationToken cancellationToken) =>
        containers.TryGetValue(id, out var found) ? found.Ended.Task.WaitAsync(cancellationToken) : Task.FromResult(-1);

    public Task SignalAsync(string id, string signal, CancellationToken cancellationToken)
    {
        if (!IgnoreTerminate)
            Die(containers[id], 143);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        if (RefuseRemovals-- > 0)
            throw new EngineFailure("removal refused");
        if (containers.TryRemove(id, out var found))
            Die(found, 137);
        listed.RemoveAll(container => container.Id == id);
        Removed.Enqueue(found?.Name ?? id);
        return Task.CompletedTask;
    }

    public void Die(FakeContainer container, int exitCode, bool outOfMemory = false)
    {
        container.FinishedAt ??= time.GetUtcNow();
        (container.ExitCode, container.OutOfMemory) = (exitCode, outOfMemory);
        container.Ended.TrySetResult(exitCode);
    }

    public Task<IReadOnlyList<ListedContainer>> ListAsync(string label, string value, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListedContainer>>([.. listed.Where(container => container.Labels.GetValueOrDefault(label) == value)]);

    public Task<IReadOnlyList<ListedNetwork>> ListNetworksAsync(string label, string value, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListedNetwork>>([.. networks]);

    public Task RemoveNetworkAsync(string id, CancellationToken cancellationToken)
    {
        networks.RemoveAll(network => network.Id == id);
        Removed.Enqueue($"network {id}");
        return Task.CompletedTask;
    }

    internal sealed class FakeContainer(string id, string name, JsonObject body, string address)
    {
        public string Id => id;

        public string Name => name;

        public JsonObject Body => body;

        public string Address => address;

        public TaskCompletionSource<int> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public DateTimeOffset StartedAt { get; set; }

        public DateTimeOffset? FinishedAt { get; set; }

        public int ExitCode { get; set; }

        public bool OutOfMemory { get; set; }
    }
}
