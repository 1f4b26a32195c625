using System.Net;
using System.Net.Sockets;
using NovaCron.Validation.StandIns.Dwcp.Framing;

namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>A connected UDP socket that sends frames. Not safe for sending from several threads at once.</summary>
internal sealed class FrameSender : IDisposable
{
    private readonly byte[] buffer = new byte[FrameCodec.MaximumFrame];
    private bool refused;

    /// <summary>Opens the socket; sends nothing.</summary>
    /// <param name="own">The address to send from; null leaves it to the kernel.</param>
    /// <param name="peer">Where every frame goes.</param>
    public FrameSender(IPAddress? own, IPEndPoint peer)
    {
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        Socket.Bind(new IPEndPoint(own ?? IPAddress.Any, 0));
        Socket.Connect(peer);
    }

    /// <summary>The socket, to receive from.</summary>
    public Socket Socket { get; }

    /// <summary>Sends one frame.</summary>
    /// <param name="header">Its fields.</param>
    /// <param name="payload">Its payload.</param>
    /// <returns>Whether the kernel took it.</returns>
    public bool Send(in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        var length = FrameCodec.Encode(header, payload, buffer);
        if (length == 0)
            return false;
        Socket.Send(buffer.AsSpan(0, length), SocketFlags.None, out var error);
        refused |= error == SocketError.ConnectionRefused;
        return error == SocketError.Success;
    }

    /// <summary>Whether the peer's host refused a frame since this was last asked.</summary>
    public bool TakeRefusal()
    {
        var was = refused;
        refused = false;
        return was;
    }

    /// <inheritdoc/>
    public void Dispose() => Socket.Dispose();
}
