namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>A query of a documented dashboard.</summary>
/// <param name="Title">The panel's title; with a number where it has several queries.</param>
/// <param name="Query">Query as documented; null when the strategy names neither query nor metric for it.</param>
/// <param name="Alert">The alert whose fault must move it.</param>
public sealed record Panel(string Title, string? Query, string Alert);
