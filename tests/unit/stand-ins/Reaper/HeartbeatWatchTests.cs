using NovaCron.Validation.StandIns.Reaper;

namespace NovaCron.Validation.Tests.Unit.StandIns.Reaper;

public sealed class HeartbeatWatchTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly HeartbeatWatch watch = new(TimeSpan.FromSeconds(30), Start);

    [Fact]
    public void A_runner_that_beats_is_not_lost()
    {
        for (var second = 0; second < 300; second++)
            Look(beat: second - second % 29, at: second).Should().BeFalse();
    }

    [Fact]
    public void A_runner_that_stops_is_lost_after_the_grace()
    {
        Look(beat: 0, at: 30).Should().BeFalse();
        Look(beat: 0, at: 30.5).Should().BeFalse();
        Look(beat: 0, at: 31).Should().BeFalse();
        Look(beat: 0, at: 31.5).Should().BeTrue();
    }

    [Fact]
    public void A_runner_that_beats_again_after_a_stall_of_the_machine_is_not_lost()
    {
        Look(beat: 0, at: 1).Should().BeFalse();
        Look(beat: 0, at: 50).Should().BeFalse();
        Look(beat: 50, at: 50.5).Should().BeFalse();
        Look(beat: 50, at: 81).Should().BeFalse();
    }

    [Fact]
    public void A_file_that_goes_means_that_the_runner_is_lost()
    {
        Look(beat: 1, at: 1).Should().BeFalse();
        Look(beat: null, at: 2).Should().BeFalse();
        Look(beat: null, at: 3).Should().BeFalse();
        Look(beat: null, at: 4).Should().BeTrue();
    }

    [Fact]
    public void A_file_that_never_came_gets_the_grace()
    {
        for (var second = 0; second <= 30; second++)
            Look(beat: null, at: second).Should().BeFalse();
        Look(beat: null, at: 31).Should().BeFalse();
        Look(beat: null, at: 32).Should().BeFalse();
        Look(beat: null, at: 33).Should().BeTrue();
    }

    private bool Look(double? beat, double at) => watch.IsLost(beat is { } second ? Start.AddSeconds(second) : null, Start.AddSeconds(at));
}
