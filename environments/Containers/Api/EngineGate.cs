using System.Collections.Concurrent;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>
/// Bounds what goes on in the engine at once. dockerd 20.10 deadlocks for good when two endpoints leave one network
/// at the same time, so whatever takes a container off a network holds that network's lock, what ends by itself is on none,
/// and at most <see cref="Slots"/> calls of any kind are in the engine together.
/// </summary>
internal sealed class EngineGate
{
    /// <summary>Calls in the engine at once.</summary>
    public const int Slots = 4;

    private readonly SemaphoreSlim[] slots = [new(Slots)];
    private readonly ConcurrentDictionary<string, SemaphoreSlim> networks = new(StringComparer.Ordinal);

    /// <summary>Waits for a place among the calls; dispose the result to give it back.</summary>
    public Task<Hold> EnterAsync(CancellationToken cancellationToken) => Hold.TakeAsync(slots, cancellationToken);

    /// <summary>Waits for the locks of all the networks, in one global order so that two holders never wait for each other.</summary>
    /// <param name="networkIds">Full identifiers; none is fine and waits for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Hold> LockNetworksAsync(IEnumerable<string> networkIds, CancellationToken cancellationToken) =>
        Hold.TakeAsync(
            [.. networkIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => networks.GetOrAdd(id, _ => new SemaphoreSlim(1)))],
            cancellationToken);

    /// <summary>Semaphores taken; giving them back twice does nothing.</summary>
    public sealed class Hold : IDisposable
    {
        private readonly Stack<SemaphoreSlim> taken = new();

        private Hold() { }

        /// <summary>Takes all, or none when cancelled on the way.</summary>
        public static async Task<Hold> TakeAsync(IReadOnlyList<SemaphoreSlim> wanted, CancellationToken cancellationToken)
        {
            var hold = new Hold();
            try
            {
                foreach (var semaphore in wanted)
                {
                    await semaphore.WaitAsync(cancellationToken);
                    hold.taken.Push(semaphore);
                }

                return hold;
            }
            catch
            {
                hold.Dispose();
                throw;
            }
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            while (taken.TryPop(out var semaphore))
            {
                semaphore.Release();
            }
        }
    }
}
