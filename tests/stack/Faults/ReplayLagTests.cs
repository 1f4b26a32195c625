using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class ReplayLagTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(null, "replay paused, recovery_min_apply_delay 0 s")]
    [InlineData(4.0, "replay not paused, recovery_min_apply_delay 4 s")]
    public async Task A_standby_falls_behind_until_rolled_back(double? delay, string how)
    {
        var standby = await postgres.StartStandbyAsync();
        await using var fault = new ReplayLag(Options(standby) with { Delay = delay is { } seconds ? TimeSpan.FromSeconds(seconds) : null });
        using var stop = new CancellationTokenSource();
        var writing = WriteAsync(stop.Token);
        // Of a standby that has replayed no transaction yet, nobody can say how far behind it is.
        await PostgresFixture.UntilAsync(async () => await PostgresFixture.AskAsync(standby, "SELECT pg_last_xact_replay_timestamp() IS NOT NULL") is true);

        await fault.InjectAsync(None);
        (await fault.VerifyEffectiveAsync(None)).Evidence.Should().StartWith(how).And.EndWith("of at least 3 s");
        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().StartWith("replay not paused, recovery_min_apply_delay 0 s");
        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_primary_cannot_fall_behind()
    {
        await using var fault = new ReplayLag(Options(postgres.ConnectionString));

        await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*could not be injected: pg_is_in_recovery() is false*");
    }

    [Fact]
    public async Task A_standby_that_is_promoted_is_a_lost_fault()
    {
        var standby = await postgres.StartStandbyAsync();
        await using var fault = new ReplayLag(Options(standby) with { Delay = TimeSpan.FromSeconds(4) });
        await fault.InjectAsync(None);

        await PostgresFixture.AskAsync(standby, "SELECT pg_promote()");

        await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*lost its effect*no standby, or no longer one");
    }

    private static ReplayLagOptions Options(string server) => new()
    {
        ConnectionString = server,
        RequiredLag = TimeSpan.FromSeconds(3),
        MaximumDuration = TimeSpan.FromMinutes(2),
    };

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await postgres.AskAsync("CREATE TABLE IF NOT EXISTS written (at timestamptz)");
        while (!cancellationToken.IsCancellationRequested)
        {
            await postgres.AskAsync("INSERT INTO written VALUES (now())");
            await Task.Delay(100, None);
        }
    }
}
