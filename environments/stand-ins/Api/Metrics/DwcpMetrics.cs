using NovaCron.Validation.StandIns.Dwcp;
using NovaCron.Validation.StandIns.Dwcp.Measurement;

namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>The DWCP metrics of the strategy's "Key Metrics Reference", and those of its DWCP dashboard's topics.</summary>
internal static class DwcpMetrics
{
    /// <summary>Upper bounds of the round trips in seconds, with the 0.1 that DWCPHighLatency compares with.</summary>
    public static readonly IReadOnlyList<double> RoundTripBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

    /// <summary>Registers them.</summary>
    /// <param name="registry">Where.</param>
    /// <param name="endpoint">What is measured.</param>
    public static void Register(MetricRegistry registry, DwcpEndpoint endpoint)
    {
        AddGauge(registry, endpoint, "dwcp_streams_active", "Active DWCP streams, incoming and outgoing.", now => now.ActiveStreams);
        AddGauge(registry, endpoint, "dwcp_streams_max", "Most DWCP streams that may be active.", now => now.MaximumStreams);
        AddGauge(registry, endpoint, "dwcp_bandwidth_allocated_bytes", "Bytes per second that the active DWCP streams reserve.", now => now.AllocatedBytes);
        AddGauge(registry, endpoint, "dwcp_bandwidth_available_bytes", "Bytes per second that DWCP streams may reserve together.", now => now.AvailableBytes);
        AddGauge(registry, endpoint, "dwcp_compression_ratio", "Payload bytes before compression per byte after it, of what was sent and what arrived over the last second.", now => now.CompressionRatio);
        AddGauge(registry, endpoint, "dwcp_packet_loss_rate", "Share of the incoming DWCP packets that were lost, over the last second.", now => now.LossRate);
        AddGauge(registry, endpoint, "dwcp_latency_milliseconds", "Mean DWCP round trip over the last second.", now => now.LatencyMilliseconds);

        var statistics = endpoint.Statistics;
        registry.AddReading("dwcp_packets_sent_total", "DWCP data packets sent.", "counter", () => statistics.PacketsSent);
        registry.AddReading("dwcp_packets_received_total", "DWCP data packets received.", "counter", () => statistics.PacketsReceived);
        registry.Add(new DwcpErrors(statistics));
        var roundTrips = registry.AddHistogram("dwcp_round_trip_seconds", "DWCP round trips in seconds.", RoundTripBounds);
        statistics.RoundTripMeasured = seconds => roundTrips.Observe(seconds);
    }

    private static void AddGauge(MetricRegistry registry, DwcpEndpoint endpoint, string name, string help, Func<DwcpSnapshot, double?> read) =>
        registry.AddReading(name, help, "gauge", () => read(endpoint.Measure()));

    private sealed class DwcpErrors(DwcpStatistics statistics)
        : MetricFamily("dwcp_stream_errors_total", "DWCP stream errors by reason.", "counter")
    {
        protected override void WriteSeries(ExpositionWriter writer)
        {
            foreach (var (reason, count) in statistics.Errors)
                writer.Sample(Name, [new Label("reason", reason)], count);
        }
    }
}
