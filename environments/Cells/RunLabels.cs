using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Labels on everything that a run creates; they decide what is removed.</summary>
public static class RunLabels
{
    /// <summary>On everything of ours, whichever run.</summary>
    public const string Owner = "novacron-validation";

    /// <summary>The run's identifier.</summary>
    public const string Run = "novacron-validation.run";

    /// <summary>The cell's name.</summary>
    public const string Cell = "novacron-validation.cell";

    /// <summary>What a container is for, e.g. <c>prometheus</c>.</summary>
    public const string Role = "novacron-validation.role";

    /// <summary>Role of the reaper.</summary>
    public const string Reaper = "reaper";

    /// <summary>Labels of a run.</summary>
    public static ImmutableSortedDictionary<string, string> OfRun(string runId) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(Owner, "true").Add(Run, runId);

    /// <summary>Labels of a cell of a run.</summary>
    public static ImmutableSortedDictionary<string, string> OfCell(string runId, string cell) => OfRun(runId).Add(Cell, cell);
}
