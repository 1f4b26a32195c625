namespace NovaCron.Validation.StandIns.Api.Cache;

/// <summary>A reply of a Redis server: a text, a number, nothing, or an error.</summary>
/// <param name="Text">The text or the error's message; null for nothing.</param>
/// <param name="IsError">Whether the server refused the command.</param>
internal readonly record struct RespValue(string? Text, bool IsError = false);
