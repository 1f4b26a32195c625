using System.Net;

namespace NovaCron.Validation.StandIns.Dwcp;

/// <summary>The DWCP workload of one pod. Nothing in it sets a metric; it sets what really is sent.</summary>
internal sealed record DwcpOptions
{
    /// <summary>Names or addresses of the peers; this pod's own addresses among them are left out.</summary>
    /// <value>Default: none, and then the pod neither sends nor listens.</value>
    public IReadOnlyList<string> Peers { get; init; } = [];

    /// <summary>This pod's address, bound to and left out of the peers.</summary>
    /// <value>Default: unknown; every address is bound to, and every local one is left out.</value>
    public IPAddress? OwnAddress { get; init; }

    /// <summary>The UDP port of all peers.</summary>
    /// <value>Default 9191.</value>
    public int Port { get; init; } = 9191;

    /// <summary>Streams opened to each peer.</summary>
    /// <value>0 to 10 000, default 20.</value>
    public int Streams { get; init; } = 20;

    /// <summary>Packets each stream sends in a second.</summary>
    /// <value>1 to 10 000, default 50: with 20 streams 1000 packets a second, so that a loss of 1 % is ten of them.</value>
    public int PacketsPerSecond { get; init; } = 50;

    /// <summary>Bytes of a packet before compression.</summary>
    /// <value>1 to 1300, default 512.</value>
    public int PayloadBytes { get; init; } = 512;

    /// <summary>The share of each payload that is random and cannot be compressed.</summary>
    /// <value>0 (JSON telemetry) to 1 (random bytes), default 0.</value>
    public double RandomShare { get; init; }

    /// <summary>The most streams this pod may have open, its own and its peers'.</summary>
    /// <value>Default 100.</value>
    public int MaximumStreams { get; init; } = 100;

    /// <summary>Bytes per second that this pod's open streams may reserve together.</summary>
    /// <value>Default 10 000 000.</value>
    public long BandwidthBytes { get; init; } = 10_000_000;

    /// <summary>Bytes per second that each of this pod's streams reserves at both ends.</summary>
    /// <value>Default: what it can need, uncompressed and with headers.</value>
    public long? ReservedBytesPerStream { get; init; }

    /// <summary>The longest payload before compression, in bytes: with room for what Brotli adds to random bytes.</summary>
    public const int LongestPayload = 1300;

    /// <summary>Whether this pod takes part in DWCP.</summary>
    public bool IsConfigured => Peers.Count > 0;
}
