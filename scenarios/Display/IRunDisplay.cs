using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>Shows, on standard error, what a run is doing now. Every method may be called from any thread.</summary>
internal interface IRunDisplay : IProgress<CellProgress>, IAsyncDisposable
{
    /// <summary>Says what the set-up or tear-down is doing.</summary>
    void Step(string what);

    /// <summary>Says which cells are to come.</summary>
    void Plan(RunPlan plan);

    /// <summary>Says how a cell ended.</summary>
    void End(CellEnd end);

    /// <summary>Says that the run was interrupted, and undoes what it did.</summary>
    void Interrupt();

    /// <summary>Says that the run is over and its result is shown next, in place of what is shown now.</summary>
    void Complete();
}
