namespace NovaCron.Validation.Environments.Containers;

/// <summary>How to reach an engine and how patient to be with it.</summary>
public sealed record EngineOptions
{
    /// <summary>Address as in <c>DOCKER_HOST</c> (<c>unix:///path</c> or <c>tcp://host:port</c>); null to look for one.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Longest time of each kind of call.</summary>
    public EngineTimeouts Timeouts { get; init; } = new();

    /// <summary>The clock that times the calls.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
