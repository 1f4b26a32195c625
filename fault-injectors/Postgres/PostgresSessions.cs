using System.Globalization;
using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Connections of faults to the server that they act on, each of its own and known to the server by its name.</summary>
/// <param name="connectionString">How to reach the database (Npgsql).</param>
internal sealed class PostgresSessions(string connectionString)
{
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 10;

    /// <summary>Server and database, as error messages name them.</summary>
    public string Target
    {
        get
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString);
            return $"database {builder.Database ?? builder.Username} at {builder.Host}:{builder.Port.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>Why a connection string cannot work; null when it can. The text itself stays out of the message: it may hold a password.</summary>
    public static string? Error(string connectionString)
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

    /// <summary>Opens a connection. One that asks for statistics must be new: an old one keeps to the snapshot that it has.</summary>
    /// <param name="name">application_name, by which the server tells it from others.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<NpgsqlConnection> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = name,
            Pooling = false,
            Timeout = ConnectSeconds,
            CommandTimeout = CommandSeconds,
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

/// <summary>Statements on a fault's connection.</summary>
internal static class PostgresStatements
{
    /// <summary>Runs a statement.</summary>
    public static async Task ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads the only row of a query.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="sql">The query.</param>
    /// <param name="read">Reads the row.</param>
    /// <param name="parameters">Its parameters, <c>$1</c> first.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <exception cref="FaultException">There is no row.</exception>
    public static async Task<T> AskAsync<T>(this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, object[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? read(reader) : throw new FaultException($"PostgreSQL answered `{sql}` with nothing");
    }
}
