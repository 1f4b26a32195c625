using Npgsql;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class RowLocksTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Table = "locked_by_test";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Writes_wait_until_rolled_back()
    {
        await CreateTableAsync();
        await using var fault = new RowLocks(Options());
        using var stop = new CancellationTokenSource();
        await fault.InjectAsync(None);
        var writing = WriteAsync(stop.Token);

        var effect = await fault.VerifyEffectiveAsync(None);
        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);

        effect.Evidence.Should().Contain("pg_stat_statements: the slowest statement on the table took").And.Contain("pg_locks: 1 of the fault");
        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("0 of the fault on the table, 0 sessions waiting for it; sessions of the fault: 0");
        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_killed_session_is_a_lost_fault()
    {
        await CreateTableAsync();
        await using var fault = new RowLocks(Options());
        await fault.InjectAsync(None);
        await PostgresFixture.UntilAsync(async () => (await postgres.KillSessionsAsync("novacron-validation-row-locks")) is 1L);

        await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*lost its effect*57P01*");
    }

    [Fact]
    public async Task A_table_that_is_not_there_cannot_be_locked()
    {
        await using var fault = new RowLocks(Options() with { Table = "nowhere" });

        await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*could not be injected: there is no table nowhere");
    }

    private RowLocksOptions Options() => new() { ConnectionString = postgres.Application, Table = Table, Hold = TimeSpan.FromSeconds(1), MaximumDuration = TimeSpan.FromMinutes(2) };

    private Task<object?> CreateTableAsync() =>
        PostgresFixture.AskAsync(postgres.Application, $"CREATE TABLE IF NOT EXISTS {Table} (id int); INSERT INTO {Table} VALUES (1)");

    // Evenly, as traffic does, and one after the other: each waits for what is left of the hold.
    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(postgres.Application + ";Pooling=false");
        await connection.OpenAsync(None);
        while (!cancellationToken.IsCancellationRequested)
        {
            await using var command = new NpgsqlCommand($"UPDATE {Table} SET id = id + 1", connection);
            await command.ExecuteNonQueryAsync(None);
            await Task.Delay(TimeSpan.FromMilliseconds(100), None);
        }
    }
}
