using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.Simulated;

/// <summary>PostgreSQL as Prometheus scrapes it: the primary, and the standby where the configuration has an exporter for it.</summary>
internal static class PostgresSystem
{
    private const double MaxConnections = 100;
    private const string PrimaryTarget = "postgres-exporter:9187";

    private static readonly ImmutableArray<SeriesLabels> Databases =
        [SeriesLabels.Of(("datid", "16384"), ("datname", "novacron")), SeriesLabels.Of(("datid", "5"), ("datname", "postgres"))];

    private static readonly ImmutableArray<SeriesLabels> Statements =
        [SeriesLabels.Of(("datname", "novacron"), ("queryid", "1"), ("user", "novacron")), SeriesLabels.Of(("datname", "novacron"), ("queryid", "2"), ("user", "novacron"))];

    /// <summary>The system, as a configuration scrapes it.</summary>
    public static SimulatedSystem Of(PrometheusFile? prometheus) => new()
    {
        Targets = HasStandby(prometheus) ? [Target(PrimaryTarget), Target(CellNames.StandbyExporterTarget)] : [Target(PrimaryTarget)],
        Series = ImmutableSortedDictionary<string, ImmutableArray<SeriesLabels>>.Empty
            .Add("pg_stat_database_numbackends", Databases)
            .Add("pg_stat_database_xact_commit", Databases)
            .Add("pg_stat_database_deadlocks", Databases)
            .Add("pg_stat_statements_seconds_total", Statements)
            .Add("pg_stat_statements_calls_total", Statements)
            .Add("pg_stat_statements_mean_exec_time_seconds", Statements),
        Denominator = MaxConnections,
    };

    /// <summary>The same with what goes wrong on the standby, where there is one.</summary>
    public static SimulatedSystem WithStandbyFirst(PrometheusFile? prometheus)
    {
        var system = Of(prometheus);
        return system with { Targets = [.. system.Targets.Reverse()] };
    }

    private static bool HasStandby(PrometheusFile? prometheus) =>
        prometheus is not null && prometheus.Jobs.SelectMany(j => j.StaticTargets).SelectMany(t => t.Targets).Any(t => t.Value == CellNames.StandbyExporterTarget);

    private static SeriesLabels Target(string address) => SeriesLabels.Of(("job", "postgres-exporter"), ("instance", address));
}
