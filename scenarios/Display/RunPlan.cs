using System.Collections.Immutable;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>What a run is going to do.</summary>
/// <param name="Cells">Its cells, in the catalogue's order.</param>
/// <param name="Places">How many of them run at the same time.</param>
internal sealed record RunPlan(ImmutableArray<CellPlan> Cells, int Places);

/// <summary>A cell that is to be run.</summary>
/// <param name="Name">Alert or blind spot.</param>
/// <param name="Likely">From ready to its end where all goes as promised, wall time.</param>
internal sealed record CellPlan(string Name, TimeSpan Likely);
