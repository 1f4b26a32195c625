using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>Shows, on standard error, what a run is doing now.</summary>
internal interface IRunDisplay : IProgress<CellProgress>, IAsyncDisposable
{
    /// <summary>Says what the set-up or tear-down is doing.</summary>
    void Step(string what);
}
