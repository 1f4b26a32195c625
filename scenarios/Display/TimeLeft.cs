namespace NovaCron.Validation.Scenarios.Display;

/// <summary>Estimates how long a run still takes: cells that wait take the places of those that end, the longest first, as the run itself does it.</summary>
internal static class TimeLeft
{
    // Measured on two cores at N = 10 and N = 25: from the start of a cell's containers to ready 10 to 13 s, and one cell starts after the other.
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan BetweenStarts = TimeSpan.FromSeconds(1.6);

    // Its last observations, and its containers' removal.
    private static readonly TimeSpan Removal = TimeSpan.FromSeconds(3);

    /// <summary>The estimate, wall time; null before the cells are known.</summary>
    /// <param name="state">Where the run stands.</param>
    /// <param name="now">Wall time since the start of the run.</param>
    public static TimeSpan? Of(RunState state, TimeSpan now)
    {
        if (state.Cells.IsEmpty)
        {
            return null;
        }

        var open = state.Cells.Where(c => c.End is null).ToList();
        var ends = new PriorityQueue<TimeSpan, TimeSpan>();
        var last = TimeSpan.Zero;
        foreach (var end in open.Where(c => c.Runs).Select(c => OfRunning(c, now)))
        {
            Take(end);
        }

        var nextStart = TimeSpan.Zero;
        foreach (var cell in open.Where(c => !c.Runs).OrderByDescending(c => c.Plan.Likely))
        {
            var free = state.Places > 0 && ends.Count >= state.Places ? ends.Dequeue() : TimeSpan.Zero;
            var start = free > nextStart ? free : nextStart;
            nextStart = start + BetweenStarts;
            Take(start + Start + cell.Plan.Likely + Removal);
        }

        return last;

        void Take(TimeSpan end)
        {
            ends.Enqueue(end, end);
            last = end > last ? end : last;
        }
    }

    private static TimeSpan OfRunning(CellState cell, TimeSpan now)
    {
        if (cell.Ready is not { } ready)
        {
            return Positive(Start - (now - cell.Started!.Value)) + cell.Plan.Likely + Removal;
        }

        // One that takes longer than is likely waits for something, and knows for how long at most.
        var left = cell.Plan.Likely - (now - ready);
        return (left > TimeSpan.Zero ? left : Positive(cell.Progress!.Expected - (now - cell.Since))) + Removal;
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
