using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>A metric of the strategy's "Key Metrics Reference".</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">The type that its description says: counter, gauge or histogram.</param>
/// <param name="Alert">The alert in whose cell it is looked for.</param>
/// <param name="NotSupplied">Why no system of the suite can supply it truthfully; null when one can.</param>
public sealed record KeyMetric(string Name, string Type, string Alert, string? NotSupplied = null)
{
    private const string NoGo = "the API's stand-in is no Go program and has no Go runtime to measure";

    /// <summary>All of them, in the strategy's order.</summary>
    public static ImmutableArray<KeyMetric> All { get; } =
    [
        new("http_requests_total", "counter", "HighErrorRate"),
        new("http_request_duration_seconds", "histogram", "HighResponseTime"),
        new("http_connections_active", "gauge", "HighResponseTime"),
        new("go_goroutines", "gauge", "ServiceDown", NoGo),
        new("go_memstats_alloc_bytes", "gauge", "ServiceDown", NoGo),
        new("dwcp_streams_active", "gauge", "ServiceDown"),
        new("dwcp_bandwidth_allocated_bytes", "gauge", "ServiceDown"),
        new("dwcp_bandwidth_available_bytes", "gauge", "ServiceDown"),
        new("dwcp_compression_ratio", "gauge", "ServiceDown"),
        new("dwcp_packet_loss_rate", "gauge", "ServiceDown"),
        new("dwcp_latency_milliseconds", "gauge", "ServiceDown"),
        new("pg_stat_database_numbackends", "gauge", "DatabaseConnectionPoolExhausted"),
        new("pg_stat_database_xact_commit", "counter", "DatabaseHighTransactionRate"),
        new("pg_stat_statements_mean_exec_time_seconds", "gauge", "DatabaseSlowQueries", "no version of the postgres exporter has a metric of that name"),
        new("pg_replication_lag_seconds", "gauge", "DatabaseReplicationLag"),
        new("redis_memory_used_bytes", "gauge", "CacheHighMemoryUsage"),
        new("redis_keyspace_hits_total", "counter", "CacheLowHitRate"),
        new("redis_keyspace_misses_total", "counter", "CacheLowHitRate"),
        new("redis_evicted_keys_total", "counter", "CacheHighEvictionRate"),
    ];
}
