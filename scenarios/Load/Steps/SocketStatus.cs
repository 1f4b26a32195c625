using System.Net.Sockets;

namespace NovaCron.Validation.Scenarios.Load.Steps;

/// <summary>The one set of words under which steps count what a socket says.</summary>
internal static class SocketStatus
{
    /// <summary>The status for a socket's failure; null when the exception is none.</summary>
    public static string? Of(Exception? exception) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "refused",
        SocketException { SocketErrorCode: SocketError.ConnectionReset } => "reset",
        SocketException { SocketErrorCode: SocketError.HostUnreachable or SocketError.NetworkUnreachable } => "unreachable",
        SocketException socket => socket.SocketErrorCode.ToString(),
        IOException { InnerException: SocketException inner } => Of(inner),
        _ => null,
    };
}
