using NovaCron.Validation.Scenarios.Application;

namespace NovaCron.Validation.Tests.Unit.Application;

public sealed class KubeletRestartsTests
{
    [Fact]
    public void A_container_that_dies_at_once_restarts_as_the_kubelets_back_off_lets_it() =>
        KubeletRestarts.CrashLoop(TimeSpan.Zero, TimeSpan.FromMinutes(16)).Select(at => at.TotalSeconds).Should().Equal(0, 11, 32, 73, 154, 315, 616, 917);

    [Fact]
    public void The_counter_never_falls_and_shows_every_restart()
    {
        var cases = KubeletRestarts.Cases("restarts");

        cases.Should().OnlyContain(c => c.Series[0].Values.Zip(c.Series[0].Values.Skip(1)).All(pair => pair.Second >= pair.First));
        cases.Select(c => c.Series[0].Values[^1]).Should().Equal(16, 1, 5);
    }

    [Fact]
    public void Only_the_crash_loop_is_to_be_told() => KubeletRestarts.Cases("restarts").Count(c => c.Effect is not null).Should().Be(1);
}
