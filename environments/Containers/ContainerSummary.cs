namespace NovaCron.Validation.Environments.Containers;

/// <summary>A container as a listing shows it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name without the leading slash.</param>
/// <param name="State">Engine's word: created, running, paused, restarting, removing, exited or dead.</param>
/// <param name="Labels">Labels.</param>
public sealed record ContainerSummary(string Id, string Name, string State, IReadOnlyDictionary<string, string> Labels);

/// <summary>A network as a listing shows it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Labels">Labels.</param>
public sealed record NetworkSummary(string Id, string Name, IReadOnlyDictionary<string, string> Labels);

/// <summary>How much was removed.</summary>
/// <param name="Containers">Containers.</param>
/// <param name="Networks">Networks.</param>
public sealed record RemovalCount(int Containers, int Networks);
