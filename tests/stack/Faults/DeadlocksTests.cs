using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class DeadlocksTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Sessions_deadlock_until_rolled_back()
    {
        await using var fault = new Deadlocks(Options() with { RequiredDeadlocks = 3 });

        await fault.InjectAsync(None);
        var effect = await fault.VerifyEffectiveAsync(None);
        effect.Evidence.Should().Contain("pg_stat_database.deadlocks").And.Contain("40P01");
        await fault.VerifyEffectiveAsync(None);
        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("sessions of the fault: 0; schema absent");
        (await postgres.AskAsync("SELECT to_regnamespace('novacron_validation_deadlock') IS NULL")).Should().Be(true);
    }

    [Fact]
    public async Task Two_deadlocks_a_second_come_from_two_pairs()
    {
        await using var fault = new Deadlocks(Options() with { Pairs = 2, RequiredDeadlocks = 6 });
        var before = await CountAsync();
        await fault.InjectAsync(None);
        var started = DateTime.UtcNow;

        await fault.VerifyEffectiveAsync(None);

        ((await CountAsync()) - before).Should().BeGreaterThanOrEqualTo(6);
        (DateTime.UtcNow - started).Should().BeGreaterThan(TimeSpan.FromSeconds(2), "each pair deadlocks once per deadlock_timeout");
    }

    [Fact]
    public async Task An_interval_paces_one_pair()
    {
        await using var fault = new Deadlocks(Options() with { Interval = TimeSpan.FromSeconds(3) });
        var before = await CountAsync();
        await fault.InjectAsync(None);
        var started = System.Diagnostics.Stopwatch.StartNew();
        while (started.Elapsed < TimeSpan.FromSeconds(8))
        {
            await fault.VerifyEffectiveAsync(None);
            await Task.Delay(500);
        }

        (await CountAsync() - before).Should().Be(3, "deadlocks start at 0, 3 and 6 s, and end a deadlock_timeout later");
    }

    [Fact]
    public async Task Killed_sessions_are_a_lost_fault()
    {
        await using var fault = new Deadlocks(Options());
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);

        (await postgres.KillSessionsAsync()).Should().Be(2L);

        var lost = await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>();
        lost.WithMessage("*postgres-deadlocks*lost its effect*57P01*");
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
    }

    [Fact]
    public async Task Reset_statistics_are_a_lost_fault()
    {
        await using var fault = new Deadlocks(Options() with { RequiredDeadlocks = 2 });
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);

        await postgres.AskAsync("SELECT pg_stat_reset()");

        await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>();
    }

    [Fact]
    public async Task A_server_that_is_not_there_cannot_be_faulted()
    {
        await using var fault = new Deadlocks(Options() with { ConnectionString = "Host=127.0.0.1;Port=1;Username=postgres" });

        (await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*could not be injected*127.0.0.1:1*");
    }

    private DeadlockOptions Options() => new() { ConnectionString = postgres.ConnectionString, MaximumDuration = TimeSpan.FromMinutes(2) };

    private async Task<long> CountAsync() => (long)(await postgres.AskAsync("SELECT deadlocks FROM pg_stat_database WHERE datname = 'postgres'"))!;
}
