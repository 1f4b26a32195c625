namespace NovaCron.Validation.Environments.Containers;

/// <summary>
/// How long each kind of engine call may take, wall time from the moment the call is let through the gate.
/// The defaults are two orders of magnitude above what dockerd 20.10 needs (13 to 280 ms), so that only a hang reaches them.
/// </summary>
public sealed record EngineTimeouts
{
    /// <summary>Opening a connection.</summary>
    /// <value>Default 5 s.</value>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Calls that only read: version, inspections, listings, logs.</summary>
    /// <value>Default 20 s.</value>
    public TimeSpan Query { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Calls that change one object: create, start, kill, remove, connect, disconnect.</summary>
    /// <value>Default 45 s.</value>
    public TimeSpan Change { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>A command in a container, from its start to its end, unless the call names its own.</summary>
    /// <value>Default 5 min.</value>
    public TimeSpan Exec { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Making an image of a root file system.</summary>
    /// <value>Default 5 min.</value>
    public TimeSpan Import { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Building an image, package downloads included.</summary>
    /// <value>Default 30 min.</value>
    public TimeSpan Build { get; init; } = TimeSpan.FromMinutes(30);
}
