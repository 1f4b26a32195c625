using System.Text.Json;
using NovaCron.Validation.StandIns.Api.Cache;
using NovaCron.Validation.StandIns.Api.Http;
using NovaCron.Validation.StandIns.Api.Logging;

namespace NovaCron.Validation.StandIns.Api.Inventory;

/// <summary>
/// Reads through the cache and writes past it (cache-aside). A cache that fails costs time and a log line, and never
/// an answer.
/// </summary>
/// <param name="store">Where virtual machines are kept for good.</param>
/// <param name="cache">Where single ones are kept for a while; null for no cache.</param>
/// <param name="lifetime">How long.</param>
/// <param name="log">Told of a cache that fails.</param>
internal sealed class VirtualMachineInventory(IVirtualMachineStore store, RespClient? cache, TimeSpan lifetime, JsonLog log)
{
    /// <summary>The most that are listed at once.</summary>
    public const int LongestList = 100;

    /// <summary>The first virtual machines, straight from the store.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<IReadOnlyList<VirtualMachine>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(LongestList, cancellationToken);

    /// <summary>One virtual machine, from the cache or else from the store; null when there is none.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<VirtualMachine?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (await ReadCacheAsync(id, cancellationToken) is { } cached)
            return cached;
        var found = await store.FindAsync(id, cancellationToken);
        if (found is not null)
        {
            var json = JsonSerializer.Serialize(found, ApiJson.Default.VirtualMachine);
            await TryAsync(client => client.SetAsync(Key(id), json, lifetime, cancellationToken));
        }

        return found;
    }

    /// <summary>Adds one.</summary>
    /// <param name="spec">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<VirtualMachine> AddAsync(VirtualMachineSpec spec, CancellationToken cancellationToken) => store.AddAsync(spec, cancellationToken);

    /// <summary>Changes one, and removes it from the cache; null when there is none.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="spec">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<VirtualMachine?> ChangeAsync(long id, VirtualMachineSpec spec, CancellationToken cancellationToken)
    {
        var changed = await store.ChangeAsync(id, spec, cancellationToken);
        await TryAsync(client => client.DeleteAsync(Key(id), cancellationToken));
        return changed;
    }

    /// <summary>Removes one, from the cache as well.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(long id, CancellationToken cancellationToken)
    {
        var removed = await store.RemoveAsync(id, cancellationToken);
        await TryAsync(client => client.DeleteAsync(Key(id), cancellationToken));
        return removed;
    }

    private static string Key(long id) => $"vm:{id}";

    private async Task<VirtualMachine?> ReadCacheAsync(long id, CancellationToken cancellationToken)
    {
        string? json = null;
        await TryAsync(async client => json = await client.GetAsync(Key(id), cancellationToken));
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, ApiJson.Default.VirtualMachine);
        }
        catch (JsonException e)
        {
            log.Write(LogSeverity.Error, "cache", $"cache error: {Key(id)} holds no virtual machine: {e.Message}");
            return null;
        }
    }

    private async Task TryAsync(Func<RespClient, Task> use)
    {
        if (cache is null)
            return;
        try
        {
            await use(cache);
        }
        catch (RespException e)
        {
            log.Write(LogSeverity.Error, "cache", $"cache error: {e.Message}");
        }
    }
}
