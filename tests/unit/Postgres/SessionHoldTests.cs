using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class SessionHoldTests
{
    [Theory]
    [InlineData(0.91, 100, 91)]
    [InlineData(0.901, 100, 91)]
    [InlineData(0.9, 40, 36)]
    [InlineData(0.001, 100, 1)]
    public void A_share_is_rounded_up_to_whole_sessions(double share, long maximum, int sessions) => SessionHoldEffect.Sessions(share, maximum).Should().Be(sessions);

    [Theory]
    [InlineData(3, 91, 3, true)]
    [InlineData(4, 91, 3, false)]
    [InlineData(4, 91, 2, true)]
    [InlineData(0, 98, 0, false)] // three are reserved
    public void Room_must_be_left_for_ordinary_roles(long others, int sessions, int room, bool can) =>
        (SessionHoldEffect.Obstacle(new SessionReading(0, others, 100, 3), sessions, room) is null).Should().Be(can);

    [Fact]
    public void An_obstacle_has_all_numbers() =>
        SessionHoldEffect.Obstacle(new SessionReading(0, 4, 100, 3), 91, 3).Should().StartWith("91 sessions beside 4 of others leave ordinary roles 2 of max_connections 100 (3 are reserved), and 3 are to stay free;");

    [Theory]
    [InlineData(91, Standing.Holds)]
    [InlineData(90, Standing.Lost)]
    internal void Every_session_must_be_held(long own, Standing expected) =>
        SessionHoldEffect.Judge(new SessionReading(own, own + 2, 100, 3), 91).Standing.Should().Be(expected);

    [Theory]
    [InlineData(0, Standing.Holds)]
    [InlineData(1, Standing.NotYet)]
    internal void Gone_is_none_left(long own, Standing expected) => SessionHoldEffect.JudgeGone(new SessionReading(own, 5, 100, 3)).Standing.Should().Be(expected);

    [Fact]
    public void The_evidence_has_what_was_read() =>
        SessionHoldEffect.Judge(new SessionReading(91, 93, 100, 3), 91).Evidence
            .Should().Be("pg_stat_activity: 91 sessions of the fault, 93 of clients in all; max_connections 100, 4 free for ordinary roles");

    [Fact]
    public void Every_error_of_the_options_is_named_at_once() =>
        FluentActions.Invoking(() => new SessionHold(new SessionHoldOptions { ConnectionString = "", Share = 1, Room = -1, MaximumDuration = TimeSpan.Zero }))
            .Should().Throw<ArgumentException>().Which.Message.Should().ContainAll("ConnectionString cannot be read", "Share is 1", "Room is -1", "MaximumDuration is");
}
