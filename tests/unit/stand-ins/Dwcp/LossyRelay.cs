using System.Net;
using System.Net.Sockets;
using NovaCron.Validation.StandIns.Dwcp.Framing;

namespace NovaCron.Validation.Tests.Unit.StandIns.Dwcp;

/// <summary>Stands between a sender and its peer and drops what it is told to; answers pass untouched.</summary>
internal sealed class LossyRelay : IDisposable
{
    private readonly Socket front = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Socket back = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly CancellationTokenSource stopping = new();
    private EndPoint? sender;
    private long data;

    public LossyRelay(IPEndPoint own, IPEndPoint peer)
    {
        front.Bind(own);
        back.Connect(peer);
        _ = ForwardAsync();
        _ = ReturnAsync();
    }

    /// <summary>Whether to drop the n-th data packet.</summary>
    public Func<long, bool> Drops { get; set; } = _ => false;

    /// <summary>Whether to drop everything, answers included.</summary>
    public bool IsCut { get; set; }

    public void Dispose()
    {
        stopping.Cancel();
        front.Dispose();
        back.Dispose();
        stopping.Dispose();
    }

    private async Task ForwardAsync()
    {
        var buffer = new byte[2048];
        try
        {
            while (true)
            {
                var arrived = await front.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), stopping.Token);
                sender = arrived.RemoteEndPoint;
                var datagram = buffer.AsMemory(0, arrived.ReceivedBytes);
                if (!IsCut && !(IsData(datagram.Span) && Drops(data++)))
                    await back.SendAsync(datagram, stopping.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ReturnAsync()
    {
        var buffer = new byte[2048];
        try
        {
            while (true)
            {
                var length = await back.ReceiveAsync(buffer, stopping.Token);
                if (!IsCut)
                    await front.SendToAsync(buffer.AsMemory(0, length), sender!, stopping.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static bool IsData(ReadOnlySpan<byte> datagram) =>
        FrameCodec.TryDecode(datagram, out var header, out _) && header.Type == FrameType.Data;
}
