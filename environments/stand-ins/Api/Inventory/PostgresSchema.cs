using Npgsql;
using NovaCron.Validation.StandIns.Api.Logging;

namespace NovaCron.Validation.StandIns.Api.Inventory;

/// <summary>Makes the inventory's table as soon as the database answers, however late that is.</summary>
/// <param name="source">The database.</param>
/// <param name="log">Told of success, and of the first failure.</param>
/// <param name="time">The time.</param>
internal sealed class PostgresSchema(NpgsqlDataSource source, JsonLog log, TimeProvider time)
{
    /// <summary>How long to wait before trying again.</summary>
    public static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(250);

    private const string Create =
        """
        CREATE TABLE IF NOT EXISTS vms (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text NOT NULL,
            state text NOT NULL,
            cpus integer NOT NULL,
            memory_mb integer NOT NULL,
            updated_at timestamptz NOT NULL DEFAULT now())
        """;

    /// <summary>Tries until the table is there.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(RetryInterval, time);
        for (var attempt = 1; ; attempt++)
        {
            if (await TryCreateAsync(attempt, cancellationToken))
                return;
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task<bool> TryCreateAsync(int attempt, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = source.CreateCommand(Create);
            await command.ExecuteNonQueryAsync(cancellationToken);
            log.Write(LogSeverity.Info, "database", "database schema is ready", new LogField("attempts", attempt));
            return true;
        }
        catch (Exception e) when (PostgresFailure.Describe(e, "CREATE TABLE vms") is { } failure)
        {
            // Two pods that create the table at once: one of them gets a unique violation, and finds it the next time.
            if (attempt == 1)
                log.Write(LogSeverity.Warn, "database", $"database is not ready, trying on: {failure.Message}");
            return false;
        }
    }
}
