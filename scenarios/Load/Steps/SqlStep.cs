using Npgsql;

namespace NovaCron.Validation.Scenarios.Load.Steps;

/// <summary>
/// Reads and writes a row of a small table of its own, in one transaction for each request, over a small pool of connections.
/// A request that finds all connections busy waits for one, and its latency says so.
/// </summary>
public sealed class SqlStep : IAsyncDisposable
{
    /// <summary>The table that is read and written; nobody else's.</summary>
    public const string Table = "novacron_validation_load";

    // Few enough to stay far from max_connections, and rows enough that two requests rarely wait for the same one.
    private const int Rows = 64;

    private readonly NpgsqlDataSource dataSource;

    /// <summary>Creates the step; nothing is opened yet.</summary>
    /// <param name="connectionString">Of a role that may create a table.</param>
    /// <param name="connections">Size of the pool.</param>
    public SqlStep(string connectionString, int connections = 4)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(connections);
        dataSource = new NpgsqlDataSourceBuilder(connectionString)
        {
            ConnectionStringBuilder =
            {
                ApplicationName = "novacron-validation-load",
                MaxPoolSize = connections,
                // The reset of a returned connection would be a second transaction.
                NoResetOnClose = true,
                MaxAutoPrepare = 4,
                AutoPrepareMinUsages = 2,
            },
        }.Build();
    }

    /// <summary>Creates the table and its rows unless they are there; for <see cref="Scenario.WithInit"/>.</summary>
    /// <exception cref="NpgsqlException">The server refused, or does not answer.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            create table if not exists {Table} (id int primary key, hits bigint not null) with (fillfactor = 50);
            insert into {Table} select i, 0 from generate_series(0, {Rows - 1}) i on conflict do nothing
            """);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one row and adds to it.</summary>
    public async Task<Response> RunAsync(ScenarioContext context, CancellationToken cancellationToken)
    {
        try
        {
            await using var batch = dataSource.CreateBatch();
            var row = (int)(context.InvocationNumber % Rows);
            batch.BatchCommands.Add(Command($"select hits from {Table} where id = $1", row));
            batch.BatchCommands.Add(Command($"update {Table} set hits = hits + 1 where id = $1", row));
            var written = await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return written == 1
                ? Response.Ok()
                : Response.Fail("row-missing", $"row {row} of {Table} was not there to be written; the table was changed by somebody else");
        }
        catch (PostgresException exception)
        {
            return Response.Fail(exception.SqlState, $"{Table}: {exception.MessageText}");
        }
        catch (NpgsqlException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Response.Fail(SocketStatus.Of(exception.InnerException) ?? "connection", $"{Table}: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => dataSource.DisposeAsync();

    private static NpgsqlBatchCommand Command(string sql, int row) =>
        new(sql) { Parameters = { new NpgsqlParameter<int> { TypedValue = row } } };
}
