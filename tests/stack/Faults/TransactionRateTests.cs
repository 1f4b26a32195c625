using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class TransactionRateTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Transactions_are_committed_until_rolled_back()
    {
        await using var fault = new TransactionRate(Options());

        await fault.InjectAsync(None);
        (await fault.VerifyEffectiveAsync(None)).Evidence.Should().Contain("pg_stat_database.xact_commit").And.Contain("of at least 1600 per second");
        await fault.VerifyEffectiveAsync(None);
        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("sessions of the fault: 0; schema absent");
    }

    [Fact]
    public async Task Killed_sessions_are_a_lost_fault()
    {
        await using var fault = new TransactionRate(Options());
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);

        (await postgres.KillSessionsAsync("novacron-validation-transaction-rate")).Should().Be(4L);

        await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*lost its effect*a session failed*57P01*");
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
    }

    private TransactionRateOptions Options() => new() { ConnectionString = postgres.ConnectionString, PerSecond = 2000, MaximumDuration = TimeSpan.FromMinutes(2) };
}
