namespace NovaCron.Validation.Environments.Containers;

/// <summary>Something that happened to a container.</summary>
/// <param name="At">When, by the engine's clock.</param>
/// <param name="Action">Engine's word: start, die, kill, pause, unpause, oom, destroy, ….</param>
/// <param name="ContainerId">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Attributes">Labels and, for a death, <c>exitCode</c>.</param>
public sealed record ContainerEvent(DateTimeOffset At, string Action, string ContainerId, string Name, IReadOnlyDictionary<string, string> Attributes);
