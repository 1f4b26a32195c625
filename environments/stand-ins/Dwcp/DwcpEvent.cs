namespace NovaCron.Validation.StandIns.Dwcp;

/// <summary>Something about DWCP that the log should say.</summary>
/// <param name="IsError">Whether it is an error, or merely news.</param>
/// <param name="Message">What happened.</param>
/// <param name="Peer">The peer it is about.</param>
internal sealed record DwcpEvent(bool IsError, string Message, string Peer);
