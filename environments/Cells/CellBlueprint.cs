using System.Collections.Immutable;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>The systems that a cell holds beside Prometheus, Alertmanager and the stand-in of the receivers.</summary>
[Flags]
public enum CellSystems
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>NovaCron API pods, and the stand-in of the Kubernetes that runs them.</summary>
    Api = 1,

    /// <summary>PostgreSQL and its exporter.</summary>
    Postgres = 2,

    /// <summary>Redis and its exporter.</summary>
    Redis = 4,

    /// <summary>A streaming standby of PostgreSQL, and an exporter for it; only together with <see cref="Postgres"/>.</summary>
    Standby = 8,
}

/// <summary>What a cell is made of.</summary>
public sealed record CellBlueprint
{
    /// <summary>The cell's name within its run, e.g. <c>service-down</c>; lower case, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The systems it holds.</summary>
    public required CellSystems Systems { get; init; }

    /// <summary>What Prometheus and Alertmanager are given.</summary>
    public required MonitoringFiles Monitoring { get; init; }

    /// <summary>What the exporters and the database are told.</summary>
    public ExporterSettings Exporters { get; init; } = new();

    /// <summary>API pods.</summary>
    public int ApiReplicas { get; init; } = 2;

    /// <summary>CPU limit of the API's containers, as a Kubernetes quantity.</summary>
    public string ApiCpu { get; init; } = "500m";

    /// <summary>Environment of the API's containers, beside the addresses of its database and cache.</summary>
    public ImmutableSortedDictionary<string, string> ApiEnvironment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether what Prometheus has stored survives the end of its process, as on a volume of its own; otherwise it lives in memory.</summary>
    public bool PrometheusHasVolume { get; init; }

    /// <summary>Roles of further servers that live in a sandbox, as PostgreSQL and Redis do: a dead one is refused at once, and its name and address stay.</summary>
    public ImmutableArray<string> Sandboxed { get; init; } = [];

    /// <summary>Redis server options, as on its command line.</summary>
    public ImmutableArray<string> RedisOptions { get; init; } = ["--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru"];
}

/// <summary>Rendered files and flags.</summary>
/// <param name="Prometheus">Files of the Prometheus container.</param>
/// <param name="PrometheusFlags">Flags beside those that name files and folders.</param>
/// <param name="Alertmanager">Files of the Alertmanager container.</param>
/// <param name="AlertmanagerFlags">Flags beside those that name files and folders.</param>
public sealed record MonitoringFiles(
    ImmutableArray<ContainerFile> Prometheus,
    ImmutableArray<string> PrometheusFlags,
    ImmutableArray<ContainerFile> Alertmanager,
    ImmutableArray<string> AlertmanagerFlags)
{
    /// <summary>Names of the scrape jobs that the files configure.</summary>
    public ImmutableArray<string> ScrapeJobs { get; init; } = [];

    /// <summary>Time compression at which they were rendered.</summary>
    public TimeScale Scale { get; init; } = new(1);
}

/// <summary>What the systems around the strategy's files are told.</summary>
public sealed record ExporterSettings
{
    /// <summary>Flags of the PostgreSQL exporter.</summary>
    public ImmutableArray<string> PostgresFlags { get; init; } = [];

    /// <summary>Name of the PostgreSQL exporter's role.</summary>
    public string PostgresRole { get; init; } = "monitoring";

    /// <summary>Roles granted to it.</summary>
    public ImmutableArray<string> PostgresGrants { get; init; } = ["pg_monitor"];

    /// <summary>Flags of the Redis exporter.</summary>
    public ImmutableArray<string> RedisFlags { get; init; } = [];

    /// <summary>As a configuration asks for them.</summary>
    public static ExporterSettings Of(Monitoring.Configuration.Systems systems) => new()
    {
        PostgresFlags = systems.PostgresExporterFlags,
        PostgresGrants = systems.MonitoringRoleMemberOf,
        RedisFlags = systems.RedisExporterFlags,
    };
}
