namespace NovaCron.Validation.Environments.Containers;

/// <summary>A network to create.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="Internal">Whether it has no route out.</param>
/// <param name="Labels">Labels.</param>
/// <param name="Options">Driver options.</param>
public sealed record NetworkSpec(string Name, bool Internal, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string>? Options = null);
