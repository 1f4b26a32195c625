namespace NovaCron.Validation.Scenarios.Running;

/// <summary>What kept a cell from being judged, in the order of design of the exit codes.</summary>
public enum CellFailureKind
{
    /// <summary>A fault could not be rolled back.</summary>
    RollBackFailed,

    /// <summary>The environment could not be set up, or was lost.</summary>
    EnvironmentLost,

    /// <summary>A fault could not be injected, did not take effect, or lost it.</summary>
    FaultFailed,
}

/// <summary>Why a cell could not be judged to its end.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Message">What was attempted, on what, and what came back.</param>
public sealed record CellFailure(CellFailureKind Kind, string Message);
