using System.Globalization;
using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Connections of the fault: sessions that deadlock, and observers that ask the server's own statistics.</summary>
/// <param name="options">Where, and how.</param>
internal sealed class DeadlockServer(DeadlockOptions options)
{
    /// <summary>application_name of the sessions that deadlock.</summary>
    public const string SessionName = "novacron-validation-deadlocks";

    private const string ObserverName = "novacron-validation-deadlocks-observer";
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 10;

    /// <summary>Server and database, as error messages name them.</summary>
    public string Target
    {
        get
        {
            var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            return $"database {builder.Database ?? builder.Username} at {builder.Host}:{builder.Port.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>Opens a session that will deadlock.</summary>
    public async Task<NpgsqlConnection> OpenSessionAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(SessionName, cancellationToken);
        if (options.DeadlockTimeout is { } timeout)
        {
            await using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"SET deadlock_timeout = '{(long)timeout.TotalMilliseconds}ms'"), connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return connection;
    }

    /// <summary>Opens a connection that sees the server's newest statistics: a new one has no snapshot to keep to.</summary>
    public Task<NpgsqlConnection> OpenObserverAsync(CancellationToken cancellationToken) => OpenAsync(ObserverName, cancellationToken);

    /// <summary>Deadlocks of the database that the server has counted.</summary>
    public static Task<long> CountDeadlocksAsync(NpgsqlConnection observer, CancellationToken cancellationToken) =>
        AskAsync<long>(observer, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", cancellationToken);

    /// <summary>Sessions of the fault that the server still has.</summary>
    public static async Task<int> CountSessionsAsync(NpgsqlConnection observer, CancellationToken cancellationToken) =>
        (int)await AskAsync<long>(observer, $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = '{SessionName}'", cancellationToken);

    /// <summary>Whether the fault's schema is there.</summary>
    public static Task<bool> SchemaExistsAsync(NpgsqlConnection observer, CancellationToken cancellationToken) =>
        AskAsync<bool>(observer, $"SELECT to_regnamespace('{DeadlockTable.Name}') IS NOT NULL", cancellationToken);

    /// <summary>How long a session waits for a lock before it looks for a deadlock.</summary>
    public async Task<TimeSpan> DeadlockTimeoutAsync(NpgsqlConnection observer, CancellationToken cancellationToken) => options.DeadlockTimeout
        ?? TimeSpan.FromMilliseconds(await AskAsync<int>(observer, "SELECT setting::int FROM pg_settings WHERE name = 'deadlock_timeout'", cancellationToken));

    private static async Task<T> AskAsync<T>(NpgsqlConnection observer, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, observer);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : throw new FaultException($"PostgreSQL answered `{sql}` with nothing");
    }

    private async Task<NpgsqlConnection> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationName = name,
            Pooling = false,
            Timeout = ConnectSeconds,
            CommandTimeout = CommandSeconds + (int)(options.DeadlockTimeout ?? TimeSpan.Zero).TotalSeconds,
        };
        var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
