using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>What the systems around Prometheus are told: <c>systems.yaml</c>.</summary>
/// <param name="PostgresExporterFlags">Command-line flags of the postgres exporter beyond its stock ones.</param>
/// <param name="RedisExporterFlags">Command-line flags of the redis exporter beyond its stock ones.</param>
/// <param name="MonitoringRoleMemberOf">PostgreSQL roles that the exporter's own role is a member of.</param>
public sealed record Systems(
    ImmutableArray<string> PostgresExporterFlags,
    ImmutableArray<string> RedisExporterFlags,
    ImmutableArray<string> MonitoringRoleMemberOf)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "systems.yaml";

    /// <summary>Ledger entries of <c>documented</c> whose mend changes the promise itself, because no real system can keep it as written.</summary>
    public ImmutableArray<Amendment> Amends { get; init; } = [];

    /// <summary>Stock exporters and an ordinary <c>pg_monitor</c> role: all that the strategy asks for.</summary>
    public static Systems Stock { get; } = new([], [], ["pg_monitor"]);

    /// <summary>Reads a configuration's file; <see cref="Stock"/> where it has none.</summary>
    /// <param name="directory">The configuration's folder.</param>
    /// <exception cref="ConfigurationException">The file is broken.</exception>
    public static Systems Load(string directory) =>
        File.Exists(Path.Combine(directory, FileName)) ? SystemsReader.Read(ConfigurationFile.Read(directory, FileName)) : Stock;
}

/// <summary>A promise that a configuration changes.</summary>
/// <param name="Id">Identifier of the ledger entry that it mends.</param>
/// <param name="Position">Where the configuration says so.</param>
public sealed record Amendment(string Id, SourcePosition Position);
