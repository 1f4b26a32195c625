using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Where a cell stands.</summary>
/// <param name="Alert">Alert under test, or blind spot.</param>
/// <param name="Phase">What is happening now.</param>
/// <param name="Expected">How long the phase is expected to take, wall time; zero when unknown.</param>
public sealed record CellProgress(string Alert, string Phase, TimeSpan Expected)
{
    /// <summary>Stages whose event was seen; whether it came as promised is judged when the cell has ended.</summary>
    public ImmutableArray<StageName> Seen { get; init; } = [];
}
