using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class ReplayLagTests
{
    private static readonly ReplayLagOptions Pause = new() { ConnectionString = "Host=db", RequiredLag = TimeSpan.FromSeconds(30) };
    private static readonly ReplayLagOptions Delay = Pause with { Delay = TimeSpan.FromSeconds(25), RequiredLag = TimeSpan.FromSeconds(24) };
    private static readonly ReplayReading Healthy = new(true, "not paused", TimeSpan.Zero, true, TimeSpan.FromSeconds(40));

    [Theory]
    [InlineData("paused", false, 30, Standing.Holds)]
    [InlineData("paused", false, 29.9, Standing.NotYet)]
    [InlineData("paused", true, 40, Standing.NotYet)] // nothing was written that it could be behind with
    [InlineData("pause requested", false, 31, Standing.NotYet)]
    internal void A_paused_standby_falls_behind(string state, bool hasReplayedAll, double seconds, Standing expected) =>
        ReplayLagEffect.Judge(Healthy with { PauseState = state, HasReplayedAll = hasReplayedAll, SinceLastReplayed = TimeSpan.FromSeconds(seconds) }, Pause).Standing.Should().Be(expected);

    [Theory]
    [InlineData(25, 24, Standing.Holds)]
    [InlineData(25, 23.9, Standing.NotYet)]
    [InlineData(0, 24, Standing.NotYet)]
    internal void A_delayed_standby_is_kept_behind(double delay, double seconds, Standing expected) =>
        ReplayLagEffect.Judge(Healthy with { Delay = TimeSpan.FromSeconds(delay), HasReplayedAll = false, SinceLastReplayed = TimeSpan.FromSeconds(seconds) }, Delay).Standing.Should().Be(expected);

    [Fact]
    public void A_standby_that_was_promoted_is_a_lost_fault() => ReplayLagEffect.Judge(Healthy with { InRecovery = false }, Pause).Standing.Should().Be(Standing.Lost);

    [Fact]
    public void Gone_is_keeping_up_again()
    {
        ReplayLagEffect.JudgeGone(Healthy).Standing.Should().Be(Standing.Holds);
        ReplayLagEffect.JudgeGone(Healthy with { HasReplayedAll = false, SinceLastReplayed = TimeSpan.FromSeconds(0.4) }).Standing.Should().Be(Standing.Holds);
        ReplayLagEffect.JudgeGone(Healthy with { HasReplayedAll = false, SinceLastReplayed = TimeSpan.FromSeconds(1.1) }).Standing.Should().Be(Standing.NotYet);
        ReplayLagEffect.JudgeGone(Healthy with { PauseState = "paused" }).Standing.Should().Be(Standing.NotYet);
        ReplayLagEffect.JudgeGone(Healthy with { Delay = TimeSpan.FromSeconds(25) }).Standing.Should().Be(Standing.NotYet);
    }

    [Fact]
    public void The_evidence_has_what_the_standby_said() =>
        ReplayLagEffect.Judge(Healthy with { PauseState = "paused", HasReplayedAll = false, SinceLastReplayed = TimeSpan.FromSeconds(31) }, Pause).Evidence
            .Should().Be("replay paused, recovery_min_apply_delay 0 s, last replayed transaction 31 s old: lag 31 s, of at least 30 s");

    [Fact]
    public void Every_error_of_the_options_is_named_at_once() =>
        FluentActions.Invoking(() => new ReplayLag(new ReplayLagOptions { ConnectionString = "", Delay = TimeSpan.FromHours(2), RequiredLag = TimeSpan.Zero, MaximumDuration = TimeSpan.Zero }))
            .Should().Throw<ArgumentException>().Which.Message.Should().ContainAll("ConnectionString cannot be read", "Delay is 02:00:00", "RequiredLag is", "MaximumDuration is");

    [Fact]
    public void A_lag_beyond_the_delay_never_comes() =>
        FluentActions.Invoking(() => new ReplayLag(Delay with { RequiredLag = TimeSpan.FromSeconds(26) })).Should().Throw<ArgumentException>().WithMessage("*RequiredLag is 00:00:26*");
}
