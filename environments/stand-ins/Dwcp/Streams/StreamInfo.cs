namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>An open stream, as the API lists it.</summary>
/// <param name="Id">The stream's number, given by its sender.</param>
/// <param name="Peer">Address of the other end.</param>
/// <param name="Direction">"outgoing" or "incoming".</param>
/// <param name="Packets">Packets sent or received on it.</param>
/// <param name="ReservedBytesPerSecond">Bandwidth set aside for it.</param>
internal sealed record StreamInfo(uint Id, string Peer, string Direction, long Packets, long ReservedBytesPerSecond);
