using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>The rows that the sessions lock: a schema of the fault's own, with two rows for each pair.</summary>
internal static class DeadlockTable
{
    /// <summary>Schema and table, used for nothing else.</summary>
    public const string Name = "novacron_validation_deadlock";

    /// <summary>Updates one row: <c>$1</c> is the pair, <c>$2</c> the side.</summary>
    public const string UpdateRow = $"UPDATE {Name}.{Name} SET updates = updates + 1 WHERE pair = $1 AND side = $2";

    private const string WaitForLocks = "SET lock_timeout = '8s'";

    /// <summary>Creates it, over what an earlier process may have left.</summary>
    public static Task CreateAsync(NpgsqlConnection connection, int pairs, CancellationToken cancellationToken) => PostgresServer.ExecuteAsync(
        connection,
        $"""
        {WaitForLocks};
        DROP SCHEMA IF EXISTS {Name} CASCADE;
        CREATE SCHEMA {Name};
        CREATE TABLE {Name}.{Name} (pair int NOT NULL, side int NOT NULL, updates bigint NOT NULL DEFAULT 0, PRIMARY KEY (pair, side));
        INSERT INTO {Name}.{Name} (pair, side) SELECT pair, side FROM generate_series(0, {pairs - 1}) AS pair, generate_series(0, 1) AS side;
        """,
        cancellationToken);

    /// <summary>Drops it if it is there.</summary>
    public static Task DropAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        PostgresServer.ExecuteAsync(connection, $"{WaitForLocks}; DROP SCHEMA IF EXISTS {Name} CASCADE", cancellationToken);
}
