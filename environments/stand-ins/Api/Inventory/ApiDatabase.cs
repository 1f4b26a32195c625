using Npgsql;
using NovaCron.Validation.StandIns.Api.Logging;

namespace NovaCron.Validation.StandIns.Api.Inventory;

/// <summary>The configured database: its connections, its schema and its store.</summary>
internal sealed class ApiDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly PostgresSchema schema;
    private Task preparing = Task.CompletedTask;

    /// <summary>Takes the database; connects to nothing.</summary>
    /// <param name="connectionString">An Npgsql connection string.</param>
    /// <param name="log">Where log lines go.</param>
    /// <param name="time">The time.</param>
    public ApiDatabase(string connectionString, JsonLog log, TimeProvider time)
    {
        source = PostgresConnection.Open(connectionString);
        schema = new PostgresSchema(source, log, time);
        Store = new PostgresStore(source, log, time);
    }

    /// <summary>The inventory's store.</summary>
    public IVirtualMachineStore Store { get; }

    /// <summary>Begins to make the schema, until it is there.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public void Start(CancellationToken cancellationToken) => preparing = Task.Run(() => schema.EnsureAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await preparing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await source.DisposeAsync();
    }
}
