using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class SessionHoldTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string SessionName = "novacron-validation-session-hold";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Sessions_are_held_until_rolled_back()
    {
        await using var fault = new SessionHold(Options());

        await fault.InjectAsync(None);
        (await fault.VerifyEffectiveAsync(None)).Evidence.Should().Contain("91 sessions of the fault").And.Contain("max_connections 100");
        (await CountAsync()).Should().Be(91);
        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("0 sessions of the fault");
        (await CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task One_session_that_was_ended_is_a_lost_fault()
    {
        await using var fault = new SessionHold(Options() with { Share = 0.1 });
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);

        await postgres.AskAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{SessionName}' LIMIT 1");

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*lost its effect*9 sessions of the fault*10 were opened");
    }

    [Fact]
    public async Task Without_room_for_others_nothing_is_opened()
    {
        await using var fault = new SessionHold(Options() with { Share = 0.96 });

        (await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*could not be injected: 96 sessions beside * leave ordinary roles *");

        (await CountAsync()).Should().Be(0);
    }

    private SessionHoldOptions Options() => new() { ConnectionString = postgres.ConnectionString, Share = 0.91, MaximumDuration = TimeSpan.FromMinutes(2) };

    private async Task<long> CountAsync() => (long)(await postgres.AskAsync($"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{SessionName}'"))!;
}
