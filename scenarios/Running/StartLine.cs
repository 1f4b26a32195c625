namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Where cells that start together wait for each other: starting one disturbs those that are measured, so none is measured before all of them stand.</summary>
/// <param name="cells">How many start together.</param>
internal sealed class StartLine(int cells)
{
    private readonly TaskCompletionSource _allThere = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing = cells;

    /// <summary>One cell's place; a cell that gives it up is not waited for.</summary>
    public Place Take() => new(this);

    private void CountDown()
    {
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _allThere.SetResult();
        }
    }

    /// <summary>A place at the line.</summary>
    internal sealed class Place(StartLine line) : IDisposable
    {
        private bool _counted;

        /// <summary>Says that the cell is ready, and waits until every other is ready or has given up.</summary>
        public Task ArriveAsync(CancellationToken cancellationToken)
        {
            Dispose();
            return line._allThere.Task.WaitAsync(cancellationToken);
        }

        /// <summary>Gives the place up, unless the cell has arrived.</summary>
        public void Dispose()
        {
            if (!_counted)
            {
                _counted = true;
                line.CountDown();
            }
        }
    }
}
