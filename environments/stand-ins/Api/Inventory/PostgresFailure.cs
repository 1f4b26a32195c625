using Npgsql;

namespace NovaCron.Validation.StandIns.Api.Inventory;

/// <summary>Tells a database that cannot be had from one that failed at its work.</summary>
internal static class PostgresFailure
{
    /// <summary>Describes what went wrong.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="sql">What was attempted.</param>
    /// <returns>Null when it is no failure of the database, such as a caller that went away.</returns>
    public static DatabaseException? Describe(Exception exception, string sql) => exception switch
    {
        PostgresException e => new DatabaseException($"'{sql}' failed with SQLSTATE {e.SqlState}: {e.MessageText}", IsUnavailable(e.SqlState), e),
        NpgsqlException or TimeoutException or System.Net.Sockets.SocketException =>
            new DatabaseException($"'{sql}' could not be run: {Innermost(exception).Message}", isUnavailable: true, exception),
        _ => null,
    };

    /// <summary>
    /// Connection refused or lost (class 08), out of connections or memory (53), stopped, stopping or starting by an
    /// operator (57), or no schema yet (42P01). Source: PostgreSQL's error code appendix.
    /// </summary>
    private static bool IsUnavailable(string sqlState) =>
        sqlState[..2] is "08" or "53" or "57" || sqlState == PostgresErrorCodes.UndefinedTable;

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
