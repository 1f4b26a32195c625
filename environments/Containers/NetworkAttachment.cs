using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Containers;

/// <summary>A network to join and the names to be found under on it.</summary>
/// <param name="Network">The network.</param>
/// <param name="Aliases">DNS names of the container on that network.</param>
public sealed record NetworkAttachment(Network Network, ImmutableArray<string> Aliases);
