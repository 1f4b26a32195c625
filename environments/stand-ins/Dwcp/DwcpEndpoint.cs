using System.Collections.Immutable;
using System.Net;
using NovaCron.Validation.StandIns.Dwcp.Measurement;
using NovaCron.Validation.StandIns.Dwcp.Streams;

namespace NovaCron.Validation.StandIns.Dwcp;

/// <summary>One pod's end of DWCP: accepts its peers' streams, and opens its own to every peer it finds.</summary>
internal sealed class DwcpEndpoint : IAsyncDisposable
{
    /// <summary>How often due packets are sent: about ten at a time at 1000 a second.</summary>
    public static readonly TimeSpan SendInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>How often the peers' names are resolved.</summary>
    public static readonly TimeSpan ResolveInterval = TimeSpan.FromSeconds(1);

    private const int ThreadStack = 256 << 10;

    private readonly CancellationTokenSource stopping = new();
    private readonly DwcpOptions options;
    private readonly MonotonicClock clock;
    private readonly PeerDirectory directory;
    private readonly StreamBudget budget;
    private readonly IncomingStreams incoming;
    private readonly IncomingReceiver receiver;
    private readonly Action<DwcpEvent> report;

    /// <summary>A thread of its own that waits by itself costs half of what a timer and the thread pool do.</summary>
    private readonly Thread sending;
    private volatile ImmutableDictionary<IPAddress, OutgoingPeer> peers = ImmutableDictionary<IPAddress, OutgoingPeer>.Empty;
    private Task following = Task.CompletedTask;

    /// <summary>Binds the port; nothing is sent before <see cref="Start"/>.</summary>
    /// <param name="options">What to send, and to whom.</param>
    /// <param name="time">The time.</param>
    /// <param name="report">Told what the log should say.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The port cannot be bound.</exception>
    public DwcpEndpoint(DwcpOptions options, TimeProvider time, Action<DwcpEvent> report)
    {
        this.options = options;
        this.report = report;
        clock = new MonotonicClock(time);
        directory = new PeerDirectory(options.Peers, options.OwnAddress);
        budget = new StreamBudget(options.MaximumStreams, options.BandwidthBytes);
        incoming = new IncomingStreams(budget, Statistics);
        sending = new Thread(() => Send(stopping.Token), ThreadStack) { IsBackground = true, Name = "dwcp-send" };
        receiver = new IncomingReceiver(new IPEndPoint(options.OwnAddress ?? IPAddress.Any, options.Port), incoming, Statistics, clock);
    }

    /// <summary>What was measured.</summary>
    public DwcpStatistics Statistics { get; } = new();

    /// <summary>Begins to receive, to look for peers, and to send.</summary>
    public void Start()
    {
        receiver.Start();
        sending.Start();
        following = FollowPeersAsync(stopping.Token);
    }

    /// <summary>The signals now.</summary>
    public DwcpSnapshot Measure()
    {
        var now = clock.Now;
        var (active, allocated) = budget.Used;
        var (roundTrips, answers) = Statistics.RoundTrips.Read(now);
        var (before, after) = Statistics.Compression.Read(now);
        var known = peers;
        return new DwcpSnapshot(
            active,
            options.MaximumStreams,
            allocated,
            options.BandwidthBytes,
            incoming.LossRate(now),
            answers > 0 ? roundTrips / answers : null,
            after > 0 ? before / after : null,
            known.Count,
            known.Values.Count(peer => peer.IsReachable));
    }

    /// <summary>The open streams, those of the peers and this pod's own.</summary>
    public IReadOnlyList<StreamInfo> ListStreams() => [.. incoming.List(), .. peers.Values.SelectMany(peer => peer.List())];

    /// <summary>Closes all streams and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await following;
        if (sending.IsAlive)
            sending.Join();
        foreach (var peer in peers.Values)
            peer.Dispose();
        receiver.Dispose();
        stopping.Dispose();
    }

    private void Send(CancellationToken cancellationToken)
    {
        while (!cancellationToken.WaitHandle.WaitOne(SendInterval))
        {
            foreach (var (_, peer) in peers)
                peer.Tick();
            incoming.Expire(clock.Now);
        }
    }

    private async Task FollowPeersAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(ResolveInterval, clock.Source);
        try
        {
            do
                Follow(await directory.ResolveAsync(cancellationToken));
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private void Follow(PeerList found)
    {
        var known = peers;
        foreach (var address in found.Addresses.Where(address => !known.ContainsKey(address)))
        {
            var peer = new OutgoingPeer(address, options, budget, Statistics, clock) { Changed = Report };
            peer.Start();
            peers = peers.Add(address, peer);
        }

        if (!found.IsComplete)
            return;
        foreach (var (address, peer) in known.Where(entry => !found.Addresses.Contains(entry.Key)))
        {
            peers = peers.Remove(address);
            peer.Dispose();
            incoming.CloseFrom(Remote.Number(address));
            report(new DwcpEvent(IsError: false, "DWCP peer left", address.ToString()));
        }
    }

    private void Report(OutgoingPeer peer, PeerChange change)
    {
        if (change == PeerChange.Refused)
            incoming.CloseFrom(Remote.Number(peer.Address));
        report(change switch
        {
            PeerChange.Answered => new DwcpEvent(IsError: false, "DWCP peer answers", peer.Address.ToString()),
            PeerChange.Refused => new DwcpEvent(IsError: true, "DWCP stream error: the peer's process is gone", peer.Address.ToString()),
            _ => new DwcpEvent(IsError: true, "DWCP stream error: the peer has been silent for 10 s", peer.Address.ToString()),
        });
    }
}
