using NovaCron.Validation.StandIns.Api.Cache;
using NovaCron.Validation.StandIns.Dwcp;

namespace NovaCron.Validation.StandIns.Api;

/// <summary>How one API pod is set up. Nothing in it sets a metric.</summary>
internal sealed record ApiOptions
{
    /// <summary>How long the pod prepares before it listens, as an application does that reads its configuration and warms up.</summary>
    /// <value>Default 1 s.</value>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Port of the API.</summary>
    /// <value>Default 8080; 0 for any free one.</value>
    public int Port { get; init; } = 8080;

    /// <summary>Port of the metrics.</summary>
    /// <value>Default 9090; 0 for any free one.</value>
    public int MetricsPort { get; init; } = 9090;

    /// <summary>Npgsql connection string of the inventory.</summary>
    /// <value>Default: none, and then the inventory answers 503.</value>
    public string? Database { get; init; }

    /// <summary>Host of the cache.</summary>
    /// <value>Default: none, and then every read goes to the database.</value>
    public string? CacheHost { get; init; }

    /// <summary>Port of the cache.</summary>
    /// <value>Default 6379.</value>
    public int CachePort { get; init; } = 6379;

    /// <summary>The longest that the cache may take to answer.</summary>
    /// <value>Default 500 ms.</value>
    public TimeSpan CacheTimeout { get; init; } = RespClient.DefaultTimeout;

    /// <summary>How long the cache keeps an entry.</summary>
    /// <value>Default 60 s.</value>
    public TimeSpan CacheLifetime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The version that health reports.</summary>
    /// <value>Default: that of the strategy's example.</value>
    public string Version { get; init; } = "v1.6.0";

    /// <summary>The DWCP workload.</summary>
    public DwcpOptions Dwcp { get; init; } = new();
}
