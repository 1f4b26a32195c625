using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class TableLockEffectTests
{
    private static readonly TableLockOptions Options = new() { ConnectionString = "Host=db", Table = "vms", Hold = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromSeconds(0.5) };

    [Theory]
    [InlineData(3, 1.9, 1, Standing.Holds)]
    [InlineData(3, 1.5, 1, Standing.Holds)] // three quarters of the hold
    [InlineData(3, 1.4, 1, Standing.NotYet)] // the writers came late
    [InlineData(0, 0, 1, Standing.NotYet)] // nobody waited
    [InlineData(3, 1.9, 5.4, Standing.Holds)] // late, and within the leeway
    [InlineData(3, 1.9, 5.6, Standing.Lost)] // the rounds do not go on
    internal void Writers_must_have_waited_and_the_rounds_must_go_on(long waiters, double longest, double since, Standing expected) =>
        TableLockEffect.Judge(new LockRound(waiters, TimeSpan.FromSeconds(longest)), TimeSpan.FromSeconds(since), Options).Standing.Should().Be(expected);

    [Fact]
    public void Before_the_first_release_there_is_no_effect_yet() =>
        TableLockEffect.Judge(null, TimeSpan.FromSeconds(1), Options).Standing.Should().Be(Standing.NotYet);

    [Fact]
    public void The_evidence_says_who_waited_and_for_how_long() =>
        TableLockEffect.Judge(new LockRound(17, TimeSpan.FromSeconds(1.95)), TimeSpan.FromSeconds(0.1), Options).Evidence
            .Should().Be("pg_locks: 17 sessions waited for the lock on vms, the first for 1.95 s, when it was released 0.1 s ago");

    [Theory]
    [InlineData(0, 0, Standing.Holds)]
    [InlineData(1, 0, Standing.NotYet)]
    [InlineData(0, 1, Standing.NotYet)]
    internal void Gone_is_no_session_and_no_waiter(long sessions, long waiters, Standing expected) =>
        TableLockEffect.JudgeGone(sessions, waiters, "vms").Standing.Should().Be(expected);
}
