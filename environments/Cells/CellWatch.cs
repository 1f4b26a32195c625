using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>
/// Watches the engine's events of a cell: a container that dies, is paused or is removed, and that no fault has claimed, means that
/// the environment was lost; so does an engine that goes away.
/// </summary>
public sealed class CellWatch : ICellWatch, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly ClaimedContainers _claimed = new();
    private readonly Task _watching;
    private string? _loss;

    private CellWatch(Cell cell) => _watching = WatchAsync(cell);

    /// <inheritdoc/>
    public string? Loss => Volatile.Read(ref _loss);

    /// <summary>Cancelled when the environment is lost.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Starts watching.</summary>
    public static CellWatch Start(Cell cell) => new(cell);

    /// <inheritdoc/>
    public void Claim(IEnumerable<string> containerIds) => _claimed.Add(containerIds);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
        _lost.Dispose();
    }

    private async Task WatchAsync(Cell cell)
    {
        try
        {
            await foreach (var happening in cell.Run.Engine.EventsAsync(cell.Labels, _stop.Token))
            {
                if (_claimed.LossIn(happening, cell.Blueprint.Name) is { } loss)
                {
                    Lose(loss);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The watch ends.
        }
        catch (EngineException gone)
        {
            Lose($"the container engine went away: {gone.Message}");
        }
    }

    private void Lose(string what)
    {
        if (Interlocked.CompareExchange(ref _loss, what, null) is null)
        {
            _lost.Cancel();
        }
    }
}
