namespace NovaCron.Validation.StandIns.Dwcp.Measurement;

/// <summary>The DWCP signals of one pod at one moment. A signal with nothing to measure is null, never 0.</summary>
/// <param name="ActiveStreams">Open streams, those of the peers and this pod's own: each stream counts at both ends.</param>
/// <param name="MaximumStreams">The most there may be.</param>
/// <param name="AllocatedBytes">Bytes per second that the open streams reserve.</param>
/// <param name="AvailableBytes">Bytes per second that they may reserve together.</param>
/// <param name="LossRate">Lost ÷ (lost + received) of the incoming packets over the window; null without any.</param>
/// <param name="LatencyMilliseconds">Mean round trip over the window; null when no answer came.</param>
/// <param name="CompressionRatio">Payload bytes before ÷ after compression over the window, of what this pod sent and of what its peers sent to it; null without any.</param>
/// <param name="KnownPeers">Peers that the directory lists.</param>
/// <param name="ReachablePeers">Peers that answered lately.</param>
internal sealed record DwcpSnapshot(
    int ActiveStreams,
    int MaximumStreams,
    long AllocatedBytes,
    long AvailableBytes,
    double? LossRate,
    double? LatencyMilliseconds,
    double? CompressionRatio,
    int KnownPeers,
    int ReachablePeers);
