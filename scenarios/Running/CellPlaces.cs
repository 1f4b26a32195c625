using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Places for cells that run side by side: a cell that ends gives its place to the next in line.</summary>
/// <param name="wanted">How many; null for as many as the machine carries.</param>
/// <param name="scale">Time compression.</param>
internal sealed class CellPlaces(int? wanted, TimeScale scale) : IDisposable
{
    private readonly SemaphoreSlim _free = new(Count(wanted, scale));

    /// <summary>How many places there are.</summary>
    public static int Count(int? wanted, TimeScale scale) =>
        wanted ?? CellCapacity.Of(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, scale);

    /// <summary>Waits for a place, and runs in it.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await run();
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();
}
