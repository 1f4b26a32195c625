using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace NovaCron.Validation.Tests.Unit.Containers;

/// <summary>Containers and networks behind a <see cref="FakeEngine"/>: enough to be listed, inspected and removed, and a record of what overlapped.</summary>
internal sealed class FakeContainers
{
    private static readonly JsonSerializerOptions AsWritten = new();

    private readonly ConcurrentDictionary<string, string[]> containers = new();
    private readonly ConcurrentDictionary<string, bool> networks = new();
    private readonly ConcurrentDictionary<string, int> leaving = new();
    private int inside;
    private int most;
    private int mostOfOneNetwork;

    public FakeContainers(FakeEngine engine)
    {
        engine.On("GET", "^/containers/json$", Counted(ListContainersAsync));
        engine.On("GET", "^/networks$", Counted(context => context.Response.WriteAsJsonAsync(networks.Keys.Select(id => new { Id = id, Name = $"name-{id}", Labels = new { } }), AsWritten)));
        engine.On("GET", "^/containers/[^/]+/json$", Counted(InspectAsync));
        engine.On("DELETE", "^/containers/", Counted(RemoveContainerAsync));
        engine.On("POST", "^/containers/[^/]+/(kill|stop)$", Counted(context => LeaveAsync(Id(context), () => context.Response.StatusCode = 204)));
        engine.On("GET", "^/networks/[^/]+$", Counted(context => context.Response.WriteAsJsonAsync(new { Id = Id(context), Name = Id(context), Containers = Foreign.ToDictionary(id => id, _ => new { }) }, AsWritten)));
        engine.On("POST", "^/networks/[^/]+/disconnect$", Counted(context => { Foreign.Clear(); return Task.CompletedTask; }));
        engine.On("DELETE", "^/networks/", Counted(RemoveNetworkAsync));
    }

    /// <summary>How long a container takes to leave its networks.</summary>
    public TimeSpan Slowness { get; init; } = TimeSpan.FromMilliseconds(15);

    /// <summary>Containers on the networks that nobody labelled.</summary>
    public List<string> Foreign { get; } = [];

    /// <summary>Most calls in the engine at once.</summary>
    public int MostAtOnce => most;

    /// <summary>Most containers that were leaving one network at once.</summary>
    public int MostLeavingOneNetwork => mostOfOneNetwork;

    /// <summary>Called on each removal, before it happens; true answers "already in progress" instead.</summary>
    public Func<string, bool> InProgress { get; set; } = _ => false;

    public int Left => containers.Count + networks.Count;

    public FakeContainers Add(string id, params string[] networkIds)
    {
        containers[id] = networkIds;
        foreach (var network in networkIds.Where(network => !network.StartsWith("container:", StringComparison.Ordinal)))
        {
            networks[network] = true;
        }

        return this;
    }

    private RequestDelegate Counted(RequestDelegate answer) => async context =>
    {
        Raise(ref most, Interlocked.Increment(ref inside));
        try
        {
            await answer(context);
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    };

    private Task ListContainersAsync(HttpContext context) => context.Response.WriteAsJsonAsync(containers.Select(pair => new
    {
        Id = pair.Key,
        Names = new[] { $"/{pair.Key}" },
        State = "running",
        HostConfig = new { NetworkMode = pair.Value.FirstOrDefault("none") },
        NetworkSettings = new { Networks = Endpoints(pair.Value) },
    }), AsWritten);

    private Task InspectAsync(HttpContext context) => !containers.TryGetValue(Id(context), out var networkIds)
        ? RefuseAsync(context, 404, $"No such container: {Id(context)}")
        : context.Response.WriteAsJsonAsync(new
        {
            Id = Id(context),
            Name = $"/{Id(context)}",
            State = new { Status = "running", Pid = 7 },
            NetworkSettings = new { Networks = Endpoints(networkIds) },
        }, AsWritten);

    private async Task RemoveContainerAsync(HttpContext context)
    {
        var id = Id(context);
        if (!containers.ContainsKey(id))
        {
            await RefuseAsync(context, 404, $"No such container: {id}");
        }
        else if (InProgress(id))
        {
            containers.TryRemove(id, out _);
            await RefuseAsync(context, 409, $"removal of container {id} is already in progress");
        }
        else
        {
            await LeaveAsync(id, () => context.Response.StatusCode = containers.TryRemove(id, out _) ? 204 : 404);
        }
    }

    private async Task LeaveAsync(string id, Action done)
    {
        var mine = containers.GetValueOrDefault(id, []);
        foreach (var network in mine)
        {
            Raise(ref mostOfOneNetwork, leaving.AddOrUpdate(network, 1, (_, count) => count + 1));
        }

        await Task.Delay(Slowness);
        foreach (var network in mine)
        {
            leaving.AddOrUpdate(network, 0, (_, count) => count - 1);
        }

        done();
    }

    private Task RemoveNetworkAsync(HttpContext context)
    {
        if (Foreign.Count > 0 || containers.Values.Any(on => on.Contains(Id(context))))
        {
            return RefuseAsync(context, 403, "network has active endpoints");
        }

        context.Response.StatusCode = networks.TryRemove(Id(context), out _) ? 204 : 404;
        return Task.CompletedTask;
    }

    private static Dictionary<string, object> Endpoints(string[] networkIds) => networkIds
        .Where(network => !network.StartsWith("container:", StringComparison.Ordinal))
        .ToDictionary(network => $"name-{network}", network => (object)new { NetworkID = network, IPAddress = "10.0.0.2" });

    private static string Id(HttpContext context) => Regex.Match(context.Request.Path.Value!, "/(?:containers|networks)/([^/]+)").Groups[1].Value;

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { message });
    }

    private static void Raise(ref int record, int value)
    {
        for (var seen = record; value > seen; seen = record)
        {
            Interlocked.CompareExchange(ref record, value, seen);
        }
    }
}
