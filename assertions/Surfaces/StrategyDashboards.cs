using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>
/// The strategy's section "Grafana Dashboards": the queries of its twelve panels, letter by letter, and the topics of the DWCP dashboard, which
/// documents no queries and is given the metric that the "Key Metrics Reference" has for each topic. Every query belongs to the alert whose
/// fault disturbs what it shows.
/// </summary>
public static class StrategyDashboards
{
    private const string Quantile = "sum(rate(http_request_duration_seconds_bucket{job=\"novacron-api\"}[5m])) by (le)";

    /// <summary>All queries, in the strategy's order.</summary>
    public static ImmutableArray<Panel> Panels { get; } =
    [
        new("Request Rate", "sum(rate(http_requests_total{job=\"novacron-api\"}[5m])) by (method, status)", "HighErrorRate"),
        new("Error Rate", """
            sum(rate(http_requests_total{job="novacron-api", status=~"5.."}[5m]))
            /
            sum(rate(http_requests_total{job="novacron-api"}[5m]))
            * 100
            """, "HighErrorRate"),
        new("Response Time (Percentiles) 1", $"histogram_quantile(0.50, {Quantile})", "HighResponseTime"),
        new("Response Time (Percentiles) 2", $"histogram_quantile(0.95, {Quantile})", "HighResponseTime"),
        new("Response Time (Percentiles) 3", $"histogram_quantile(0.99, {Quantile})", "HighResponseTime"),
        new("Active Connections", "sum(http_connections_active{job=\"novacron-api\"})", "HighResponseTime"),
        new("DWCP Active Streams", "dwcp_streams_active", "DWCPStreamOverflow"),
        new("DWCP Bandwidth Utilization", "(dwcp_bandwidth_allocated_bytes / dwcp_bandwidth_available_bytes) * 100", "DWCPBandwidthExhausted"),
        new("DWCP Compression Ratio", "dwcp_compression_ratio", "DWCPLowCompressionRatio"),
        new("Database Connections", "sum(pg_stat_database_numbackends)", "DatabaseConnectionPoolExhausted"),
        new("Cache Hit Ratio", """
            (
              rate(redis_keyspace_hits_total[5m])
              /
              (rate(redis_keyspace_hits_total[5m]) + rate(redis_keyspace_misses_total[5m]))
            ) * 100
            """, "CacheLowHitRate"),
        new("CPU Usage", "sum(rate(container_cpu_usage_seconds_total{pod=~\"novacron-api-.*\"}[5m])) by (pod)", "HighCPUUsage"),
        new("Memory Usage", "sum(container_memory_working_set_bytes{pod=~\"novacron-api-.*\"}) by (pod)", "HighMemoryUsage"),
        new("Network I/O 1", "sum(rate(container_network_receive_bytes_total{pod=~\"novacron-api-.*\"}[5m])) by (pod)", "DWCPStreamOverflow"),
        new("Network I/O 2", "sum(rate(container_network_transmit_bytes_total{pod=~\"novacron-api-.*\"}[5m])) by (pod)", "DWCPStreamOverflow"),
        new("DWCP: Stream management", "dwcp_streams_active", "DWCPStreamOverflow"),
        new("DWCP: Bandwidth allocation", "dwcp_bandwidth_allocated_bytes", "DWCPBandwidthExhausted"),
        new("DWCP: Compression efficiency", "dwcp_compression_ratio", "DWCPLowCompressionRatio"),
        new("DWCP: Latency distribution", "dwcp_latency_milliseconds", "DWCPHighLatency"),
        new("DWCP: Packet loss tracking", "dwcp_packet_loss_rate", "DWCPPacketLoss"),
        new("DWCP: Error rates by stream", null, "DWCPPacketLoss"),
    ];
}
