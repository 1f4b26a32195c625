using System.Net.Sockets;

namespace NovaCron.Validation.StandIns.Engine;

/// <summary>HTTP over the engine's Unix socket.</summary>
internal static class EngineSocket
{
    /// <summary>A handler whose every connection is one to the socket, and which never goes through a proxy.</summary>
    public static SocketsHttpHandler Handler(string socketPath) => new()
    {
        UseProxy = false,
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
