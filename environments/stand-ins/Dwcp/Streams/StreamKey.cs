namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>What tells an incoming stream from all others.</summary>
/// <param name="Remote">Who sends it.</param>
/// <param name="Id">The number its sender gave it.</param>
internal readonly record struct StreamKey(Remote Remote, uint Id);
