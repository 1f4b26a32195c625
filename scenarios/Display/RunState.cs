using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>Where a cell stands. Instants are wall time since the start of the run.</summary>
/// <param name="Plan">The plan of it.</param>
internal sealed record CellState(CellPlan Plan)
{
    /// <summary>What is happening; null before its first word.</summary>
    public CellProgress? Progress { get; init; }

    /// <summary>Since when.</summary>
    public TimeSpan Since { get; init; }

    /// <summary>When it began to start; null before.</summary>
    public TimeSpan? Started { get; init; }

    /// <summary>When it was ready, so that its phases began; null before.</summary>
    public TimeSpan? Ready { get; init; }

    /// <summary>Stages whose event was seen.</summary>
    public ImmutableHashSet<StageName> Seen { get; init; } = [];

    /// <summary>How it ended; null before.</summary>
    public CellEnd? End { get; init; }

    /// <summary>When it ended.</summary>
    public TimeSpan Ended { get; init; }

    /// <summary>Whether it runs now.</summary>
    public bool Runs => End is null && Started is not null;
}

/// <summary>Where a run stands: what its display shows. An instant of it never changes.</summary>
internal sealed record RunState
{
    /// <summary>What the set-up or tear-down does.</summary>
    public string Step { get; init; } = "starting";

    /// <summary>What a run does that was interrupted.</summary>
    public const string Undoing = "interrupted: rolling the faults back and removing the cells";

    /// <summary>Whether it was interrupted, so that nothing of its plan still comes.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>How many cells run at the same time; 0 before it is known.</summary>
    public int Places { get; init; }

    /// <summary>Its cells, in the catalogue's order.</summary>
    public ImmutableArray<CellState> Cells { get; init; } = [];

    /// <summary>The state with the cells that are to come.</summary>
    public RunState With(RunPlan plan) => this with { Places = plan.Places, Cells = [.. plan.Cells.Select(c => new CellState(c))] };

    /// <summary>The state after a cell said where it stands.</summary>
    /// <param name="progress">What it said.</param>
    /// <param name="now">When, since the start of the run.</param>
    public RunState With(CellProgress progress, TimeSpan now) => Change(progress.Alert, cell =>
    {
        // A cell that waits for its turn does so for the first time, or once more: then nothing of its first try counts.
        var fresh = progress.Phase == CellLife.Waiting ? new CellState(cell.Plan) : cell;
        return fresh with
        {
            Progress = progress,
            Since = now,
            Started = fresh.Started ?? (progress.Phase == CellLife.Waiting ? null : now),
            Ready = fresh.Ready ?? (progress.Expected > TimeSpan.Zero ? now : null),
            Seen = fresh.Seen.Union(progress.Seen),
        };
    });

    /// <summary>The state after a cell ended.</summary>
    /// <param name="end">How.</param>
    /// <param name="now">When, since the start of the run.</param>
    public RunState With(CellEnd end, TimeSpan now) => Change(end.Name, cell => cell with { End = end, Ended = now });

    // Cells that no plan names are shown all the same.
    private RunState Change(string name, Func<CellState, CellState> change)
    {
        var index = Cells.Index().Where(c => c.Item.Plan.Name == name).Select(c => (int?)c.Index).FirstOrDefault();
        return this with { Cells = index is { } i ? Cells.SetItem(i, change(Cells[i])) : Cells.Add(change(new CellState(new CellPlan(name, TimeSpan.Zero)))) };
    }
}
