namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Where a cell stands.</summary>
/// <param name="Alert">Alert under test.</param>
/// <param name="Phase">What is happening now.</param>
/// <param name="Expected">How long the phase is expected to take, wall time; zero when unknown.</param>
public sealed record CellProgress(string Alert, string Phase, TimeSpan Expected);
