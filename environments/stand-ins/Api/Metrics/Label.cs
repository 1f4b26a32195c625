namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>A label of a series.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, unescaped.</param>
internal readonly record struct Label(string Name, string Value);
