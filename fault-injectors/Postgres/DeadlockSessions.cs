using System.Globalization;
using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>The sessions that deadlock, and what the server says about deadlocks.</summary>
internal static class DeadlockSessions
{
    /// <summary>application_name of the sessions that deadlock.</summary>
    public const string Name = "novacron-validation-deadlocks";

    /// <summary>Opens a session that will deadlock.</summary>
    /// <param name="server">Where.</param>
    /// <param name="deadlockTimeout">How long it waits for a lock before it looks for a deadlock, wall time; null keeps the server's.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<NpgsqlConnection> OpenAsync(PostgresServer server, TimeSpan? deadlockTimeout, CancellationToken cancellationToken)
    {
        var connection = await server.OpenSessionAsync(cancellationToken);
        if (deadlockTimeout is { } timeout)
        {
            await PostgresServer.ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"SET deadlock_timeout = '{(long)timeout.TotalMilliseconds}ms'"), cancellationToken);
        }

        return connection;
    }

    /// <summary>Deadlocks of the database that the server has counted.</summary>
    public static Task<long> CountDeadlocksAsync(NpgsqlConnection observer, CancellationToken cancellationToken) =>
        PostgresServer.AskAsync<long>(observer, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", cancellationToken);

    /// <summary>Whether the fault's schema is there.</summary>
    public static Task<bool> SchemaExistsAsync(NpgsqlConnection observer, CancellationToken cancellationToken) =>
        PostgresServer.AskAsync<bool>(observer, $"SELECT to_regnamespace('{DeadlockTable.Name}') IS NOT NULL", cancellationToken);

    /// <summary>How long the server's sessions wait for a lock before they look for a deadlock, wall time.</summary>
    public static async Task<TimeSpan> ServersTimeoutAsync(NpgsqlConnection observer, CancellationToken cancellationToken) =>
        TimeSpan.FromMilliseconds(await PostgresServer.AskAsync<int>(observer, "SELECT setting::int FROM pg_settings WHERE name = 'deadlock_timeout'", cancellationToken));
}
