using Npgsql;

namespace NovaCron.Validation.StandIns.Api.Inventory;

/// <summary>Reads DATABASE_URL, and bounds what it leaves open.</summary>
internal static class PostgresConnection
{
    /// <summary>The longest a statement may run and a connection may take, in seconds, where DATABASE_URL says nothing.</summary>
    public const int TimeoutSeconds = 5;

    /// <summary>The most connections, where DATABASE_URL says nothing.</summary>
    public const int PoolSize = 10;

    /// <summary>The settings of a connection string, with the bounds where it has none of its own.</summary>
    /// <param name="connectionString">An Npgsql connection string.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static NpgsqlConnectionStringBuilder Bound(string connectionString)
    {
        // Of a keyword that comes twice the last counts, under whichever of its names.
        var bounds = new NpgsqlConnectionStringBuilder
        {
            ApplicationName = "novacron-api",
            CommandTimeout = TimeoutSeconds,
            Timeout = TimeoutSeconds,
            MaxPoolSize = PoolSize,
        };
        return new NpgsqlConnectionStringBuilder($"{bounds.ConnectionString};{connectionString}");
    }

    /// <summary>Makes a data source; connects to nothing.</summary>
    /// <param name="connectionString">An Npgsql connection string.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static NpgsqlDataSource Open(string connectionString) =>
        new NpgsqlSlimDataSourceBuilder(Bound(connectionString).ConnectionString).Build();
}
