namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>
/// Removes everything that carries some labels: first the containers without an endpoint of their own, then the others,
/// serially per network and side by side across networks, then the networks; again and again until a listing is empty,
/// since something may still be creating containers.
/// </summary>
internal sealed class Removal(ContainerEngine engine, IReadOnlyDictionary<string, string> labels)
{
    /// <summary>The object is not there.</summary>
    public const int NotFound = 404;

    private const int Conflict = 409;
    private const int MostRounds = 20;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly EngineHttp http = engine.Http;
    private int containers;
    private int networks;
    private EngineException? last;

    /// <summary>Removes, and returns how much.</summary>
    /// <exception cref="EngineException">The engine hangs, or something is left after all rounds; the message names it.</exception>
    public async Task<RemovalCount> RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace, http.Time);
        for (var round = 1; ; round++)
        {
            var left = await engine.ListWireAsync(labels, cancellationToken);
            var leftNetworks = await engine.ListNetworksAsync(labels, cancellationToken);
            if (left.Count == 0 && leftNetworks.Count == 0)
            {
                return new RemovalCount(containers, networks);
            }

            if (round > MostRounds)
            {
                var names = left.Select(Name).Select(name => $"container {name}").Concat(leftNetworks.Select(network => $"network {network.Name}"));
                throw new EngineException($"Could not remove everything labelled {Labels.Text(labels)}: left after {MostRounds} rounds: {string.Join(", ", names)}. {last?.Message}".TrimEnd(), last);
            }

            await RemoveContainersAsync(left, cancellationToken);
            await EachAsync(leftNetworks, (network, token) => RemoveNetworkAsync(network, evict: round > 1, token), cancellationToken);
            if (round > 1)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    /// <summary>Removes a container by force, its networks being locked by the caller.</summary>
    /// <returns>Whether this call did it; false when it was gone or another call is at it.</returns>
    public static async Task<bool> RemoveAsync(EngineHttp http, string id, string name, CancellationToken cancellationToken)
    {
        var request = EngineRequest.Delete($"/containers/{Uri.EscapeDataString(id)}?force=1&v=1", $"remove container {name}", http.Timeouts.Change) with { Accepted = [NotFound, Conflict] };
        var reply = await http.CallAsync(request, cancellationToken);
        return reply.Status switch
        {
            < 400 => true,
            Conflict when !reply.Body.Contains("already in progress", StringComparison.Ordinal) => throw EngineErrors.Answered(http.Endpoint, request.Attempt, reply.Status, reply.Body),
            _ => false,
        };
    }

    /// <summary>Waits until a container whose removal has begun is gone.</summary>
    /// <exception cref="EngineException">It is still there after the time of a change.</exception>
    public static async Task AwaitGoneAsync(Container container, CancellationToken cancellationToken)
    {
        var timeouts = container.Engine.Http.Timeouts;
        var time = container.Engine.Http.Time;
        var started = time.GetTimestamp();
        using var timer = new PeriodicTimer(Pace, time);
        while (await container.InspectAsync(cancellationToken) is { State: var state })
        {
            if (time.GetElapsedTime(started) > timeouts.Change)
            {
                throw new EngineException($"Could not remove {container}: it is still {state} {EngineErrors.Seconds(timeouts.Change)} after its removal began. Restart the engine, then `./validate recover`.") { EngineHangs = true };
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task RemoveContainersAsync(IReadOnlyList<Wire.ContainerItem> items, CancellationToken cancellationToken)
    {
        foreach (var batch in items.GroupBy(item => Inspections.SharesNamespace(item.HostConfig)).OrderByDescending(batch => batch.Key))
        {
            await EachAsync(batch, async (item, token) =>
            {
                using var hold = await http.Gate.LockNetworksAsync(Inspections.NetworkIds(item.NetworkSettings), token);
                if (await RemoveAsync(http, item.Id, Name(item), token))
                {
                    Interlocked.Increment(ref containers);
                }
            }, cancellationToken);
        }
    }

    private async Task RemoveNetworkAsync(NetworkSummary network, bool evict, CancellationToken cancellationToken)
    {
        using var hold = await http.Gate.LockNetworksAsync([network.Id], cancellationToken);
        if (evict)
        {
            await EvictAsync(network, cancellationToken);
        }

        var request = EngineRequest.Delete($"/networks/{network.Id}", $"remove network {network.Name}", http.Timeouts.Change) with { Accepted = [NotFound] };
        if ((await http.CallAsync(request, cancellationToken)).Status != NotFound)
        {
            Interlocked.Increment(ref networks);
        }
    }

    // What is on a network of ours without our labels, or is there only in the engine's books, keeps it from going.
    private async Task EvictAsync(NetworkSummary network, CancellationToken cancellationToken)
    {
        var inspection = await http.ReadAsync<Wire.NetworkItem>(EngineRequest.Get($"/networks/{network.Id}", $"inspect network {network.Name}", http.Timeouts.Query), cancellationToken);
        foreach (var id in (inspection.Containers ?? []).Keys)
        {
            var request = EngineRequest.Post($"/networks/{network.Id}/disconnect", $"disconnect container {id} from network {network.Name}", http.Timeouts.Change, new { Container = id, Force = true });
            await http.CallAsync(request with { Accepted = [NotFound] }, cancellationToken);
        }
    }

    /// <summary>Does something with each, side by side; an ordinary failure is left to the next round, a hanging engine ends it all.</summary>
    private async Task EachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        EngineException? hang = null;
        await Task.WhenAll(items.Select(async item =>
        {
            try
            {
                await action(item, stop.Token);
            }
            catch (EngineException e) when (e.StatusCode is not null)
            {
                last = e;
            }
            catch (EngineException e)
            {
                hang ??= e;
                await stop.CancelAsync();
            }
            catch (OperationCanceledException) when (hang is not null)
            {
                // Not asked any more: the engine would not answer.
            }
        }));
        if (hang is not null)
        {
            throw hang;
        }
    }

    private static string Name(Wire.ContainerItem item) => item.Names is [var name, ..] ? name.TrimStart('/') : item.Id;
}
