using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NovaCron.Validation.StandIns.Delay;

/// <summary>Receives datagrams, and hands each on a fixed time later, unchanged and under its sender's address.</summary>
internal sealed class DelayRelay : IDisposable
{
    /// <summary>What the kernel is asked to hold while the receiving thread does not run, in bytes.</summary>
    private const int ReceiveBuffer = 4 << 20;

    private const int ThreadStack = 256 << 10;

    private readonly CancellationTokenSource stopping = new();
    private readonly BlockingCollection<HeldDatagram> held = [];
    private readonly Socket listening = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Socket sending = new(AddressFamily.InterNetwork, SocketType.Raw, ProtocolType.Raw);
    private readonly IPEndPoint target;
    private readonly TimeSpan hold;
    private readonly TimeProvider time;

    /// <summary>Binds the port.</summary>
    /// <param name="own">Where datagrams are diverted to.</param>
    /// <param name="target">Where they were sent to, and are handed on to.</param>
    /// <param name="hold">How long each is held.</param>
    /// <param name="time">The time.</param>
    /// <exception cref="SocketException">The port is taken, or the process may not send under other addresses.</exception>
    public DelayRelay(IPEndPoint own, IPEndPoint target, TimeSpan hold, TimeProvider time)
    {
        (this.target, this.hold, this.time) = (target, hold, time);
        listening.ReceiveBufferSize = ReceiveBuffer;
        listening.Bind(own);
        sending.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.HeaderIncluded, true);
    }

    /// <summary>Begins to hold and to hand on.</summary>
    public void Start()
    {
        new Thread(Receive, ThreadStack) { IsBackground = true, Name = "delay-receive" }.Start();
        new Thread(Send, ThreadStack) { IsBackground = true, Name = "delay-send" }.Start();
    }

    /// <summary>Stops; what is held is lost.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        listening.Dispose();
        sending.Dispose();
    }

    private void Receive()
    {
        var buffer = new byte[ushort.MaxValue];
        EndPoint sender = new IPEndPoint(IPAddress.Any, 0);
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var length = listening.ReceiveFrom(buffer, ref sender);
                held.Add(new HeldDatagram(time.GetTimestamp(), UdpPacket.Write((IPEndPoint)sender, target, buffer.AsSpan(0, length))));
            }
        }
        catch (Exception e) when (stopping.IsCancellationRequested && e is SocketException or ObjectDisposedException)
        {
            // Stopping.
        }
    }

    // All are held equally long, so the first to come is the first to go.
    private void Send()
    {
        try
        {
            foreach (var datagram in held.GetConsumingEnumerable(stopping.Token))
            {
                var left = hold - time.GetElapsedTime(datagram.Arrived);
                if (left > TimeSpan.Zero)
                    stopping.Token.WaitHandle.WaitOne((int)Math.Ceiling(left.TotalMilliseconds));
                sending.SendTo(datagram.Packet, target);
            }
        }
        catch (Exception e) when (stopping.IsCancellationRequested && e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopping.
        }
    }

    private readonly record struct HeldDatagram(long Arrived, byte[] Packet);
}
