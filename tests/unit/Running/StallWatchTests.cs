using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Fakes;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class StallWatchTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_machine_that_stands_still_is_noticed()
    {
        await using var watch = new StallWatch(_time);
        var before = _time.GetUtcNow();

        _time.Stall(TimeSpan.FromSeconds(2.5));
        await StandIns.Eventually.BecomesTrueAsync(() => watch.Since(before).Any(), "a stall");

        watch.Since(before).Should().Equal("the machine stood still for 2.5 s (wall) before 00:00:02.500");
        watch.Since(_time.GetUtcNow().AddTicks(1)).Should().BeEmpty();
    }

    [Fact]
    public async Task Time_that_passes_as_it_should_and_short_stalls_are_none()
    {
        await using var watch = new StallWatch(_time);
        var before = _time.GetUtcNow();

        _time.Stall(TimeSpan.FromSeconds(0.9));
        await SettleAsync(watch);

        watch.Since(before).Should().ContainSingle().Which.Should().MatchRegex(@"for 5\.[09] s");
    }

    [Fact]
    public async Task It_ends_with_its_owner()
    {
        var watch = new StallWatch(_time);
        await watch.DisposeAsync();

        _time.ArmedTimers.Should().Be(0);
        _time.Stall(TimeSpan.FromSeconds(5));
        watch.Since(DateTimeOffset.MinValue).Should().BeEmpty();
    }

    // A stall that must be seen proves that the watch has dealt with all that was before it.
    private async Task SettleAsync(StallWatch watch)
    {
        var from = _time.GetUtcNow();
        _time.Stall(TimeSpan.FromSeconds(5));
        await StandIns.Eventually.BecomesTrueAsync(() => watch.Since(from).Any(), "the stall that must be seen");
    }
}
