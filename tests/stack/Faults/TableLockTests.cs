using System.Diagnostics;
using Npgsql;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class TableLockTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    public Task InitializeAsync() => postgres.AskAsync("CREATE TABLE IF NOT EXISTS entries (id int)");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Writers_wait_and_readers_do_not_until_rolled_back()
    {
        await using var fault = Fault();

        await fault.InjectAsync(None);
        var read = await TimeAsync("SELECT count(*) FROM entries");
        var written = TimeAsync("INSERT INTO entries VALUES (1)");
        var effect = await fault.VerifyEffectiveAsync(None);

        effect.Evidence.Should().Contain("1 sessions waited for the lock on entries");
        read.Should().BeLessThan(TimeSpan.FromSeconds(0.7));
        (await written).Should().BeGreaterThan(TimeSpan.FromSeconds(0.75));
        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);
        (await fault.VerifyGoneAsync(None)).Evidence.Should().Be("sessions of the fault: 0; sessions that wait for entries: 0");
        (await TimeAsync("INSERT INTO entries VALUES (1)")).Should().BeLessThan(TimeSpan.FromSeconds(0.7));
    }

    [Fact]
    public async Task A_roll_back_in_the_middle_of_a_hold_lets_the_waiting_through()
    {
        await using var fault = new TableLock(Options() with { Hold = TimeSpan.FromSeconds(30) });
        await fault.InjectAsync(None);
        var written = TimeAsync("INSERT INTO entries VALUES (1)");

        await fault.RollBackAsync(None);

        (await written).Should().BeLessThan(TimeSpan.FromSeconds(10));
        await fault.VerifyGoneAsync(None);
    }

    [Fact]
    public async Task A_lock_that_nobody_waits_for_is_no_effect()
    {
        await using var fault = Fault();
        await fault.InjectAsync(None);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*writers to wait for entries, in vain*");
    }

    [Fact]
    public async Task A_killed_session_is_a_lost_fault()
    {
        await using var fault = Fault();
        await fault.InjectAsync(None);

        await postgres.AskAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'novacron-validation-table-lock'");

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*lost its effect*57P01*");
    }

    [Fact]
    public async Task A_table_that_is_not_there_cannot_be_locked()
    {
        await using var fault = new TableLock(Options() with { Table = "nothing" });

        (await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*could not be injected*nothing*");
    }

    private TableLock Fault() => new(Options());

    private TableLockOptions Options() => new()
    {
        ConnectionString = postgres.ConnectionString,
        Table = "entries",
        Hold = TimeSpan.FromSeconds(1),
        MaximumDuration = TimeSpan.FromMinutes(2),
    };

    private async Task<TimeSpan> TimeAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        var started = Stopwatch.StartNew();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
        return started.Elapsed;
    }
}
