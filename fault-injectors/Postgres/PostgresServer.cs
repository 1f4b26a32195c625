using System.Globalization;
using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>The server that a fault acts on: the fault's own sessions, told apart by their application_name, and observers that ask the server itself.</summary>
/// <param name="connectionString">How to reach it (Npgsql).</param>
/// <param name="sessionName">application_name of the fault's sessions.</param>
/// <param name="commandLimit">Longest command of a session, wall time.</param>
internal sealed class PostgresServer(string connectionString, string sessionName, TimeSpan commandLimit)
{
    private const int ConnectSeconds = 5;

    /// <summary>Longest command that answers at once, wall time; most of it is for a busy machine.</summary>
    public static readonly TimeSpan QuickCommand = TimeSpan.FromSeconds(10);

    /// <summary>Server and database, as error messages name them.</summary>
    public string Target
    {
        get
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString);
            return $"database {builder.Database ?? builder.Username} at {builder.Host}:{builder.Port.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>Why a connection string cannot be used; null when it can. The text itself stays out of it: it may hold a password.</summary>
    public static string? ErrorIn(string connectionString)
    {
        try
        {
            return string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connectionString).Host) ? "it names no Host" : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return e.GetType().Name;
        }
    }

    /// <summary>An identifier as SQL takes it, whatever is in it.</summary>
    public static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Opens a session of the fault.</summary>
    public Task<NpgsqlConnection> OpenSessionAsync(CancellationToken cancellationToken) => OpenAsync(sessionName, cancellationToken);

    /// <summary>Opens a connection that sees the server's newest statistics: a new one has no snapshot to keep to.</summary>
    public Task<NpgsqlConnection> OpenObserverAsync(CancellationToken cancellationToken) => OpenAsync($"{sessionName}-observer", cancellationToken);

    /// <summary>Sessions of the fault that the server still has.</summary>
    public Task<long> CountSessionsAsync(NpgsqlConnection observer, CancellationToken cancellationToken) =>
        AskAsync<long>(observer, $"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{sessionName}'", cancellationToken);

    /// <summary>Asks for one value.</summary>
    /// <exception cref="FaultException">The answer is none, or of another type.</exception>
    public static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : throw new FaultException($"PostgreSQL answered `{sql}` with nothing");
    }

    /// <summary>Reads the only row of a query.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="sql">The query.</param>
    /// <param name="read">Reads the row.</param>
    /// <param name="parameters">Its parameters, <c>$1</c> first.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <exception cref="FaultException">There is no row.</exception>
    public static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, object[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? read(reader) : throw new FaultException($"PostgreSQL answered `{sql}` with nothing");
    }

    /// <summary>Runs statements.</summary>
    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<NpgsqlConnection> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = name,
            Pooling = false,
            Timeout = ConnectSeconds,
            CommandTimeout = (int)commandLimit.TotalSeconds,
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
