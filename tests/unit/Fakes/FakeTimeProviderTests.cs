namespace NovaCron.Validation.Tests.Unit.Fakes;

public sealed class FakeTimeProviderTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Fires_timers_in_order_at_their_own_instants()
    {
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        using var late = Timer("late", 20, fired, start);
        using var early = Timer("early", 10, fired, start);
        using var never = Timer("never", 31, fired, start);

        clock.Advance(TimeSpan.FromMilliseconds(30));

        fired.Should().Equal(("early", TimeSpan.FromMilliseconds(10)), ("late", TimeSpan.FromMilliseconds(20)));
        clock.GetUtcNow().Should().Be(start + TimeSpan.FromMilliseconds(30));
        clock.ArmedTimers.Should().Be(1);
    }

    [Fact]
    public void Fires_a_periodic_timer_each_period_until_disposed()
    {
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromSeconds(6));
        fired.Should().Be(3);

        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(6));
        fired.Should().Be(3);
    }

    [Fact]
    public void Fires_a_timer_that_another_one_armed_on_the_way()
    {
        var fired = 0;
        ITimer? second = null;
        using var first = clock.CreateTimer(
            _ => second = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(2));

        fired.Should().Be(1);
        second?.Dispose();
    }

    [Fact]
    public void Ends_the_delays_and_the_timeouts_of_the_framework()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(5), clock, CancellationToken.None);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);

        clock.Advance(TimeSpan.FromSeconds(4));
        (delay.IsCompleted, timeout.IsCancellationRequested).Should().Be((false, false));

        clock.Advance(TimeSpan.FromSeconds(1));
        (delay.IsCompleted, timeout.IsCancellationRequested).Should().Be((true, true));
    }

    [Fact]
    public void A_stall_fires_late_what_an_advance_fires_in_time()
    {
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        using var timer = Timer("timer", 10, fired, start);

        clock.Stall(TimeSpan.FromSeconds(1));

        fired.Should().Equal(("timer", TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Tells_when_a_timer_is_armed()
    {
        var armed = clock.UntilArmedAsync(TimeSpan.FromMilliseconds(10));
        using var other = Timer("other", 11, [], clock.GetUtcNow());
        armed.IsCompleted.Should().BeFalse();

        using var timer = Timer("timer", 10, [], clock.GetUtcNow());

        await armed;
        clock.ArmedTimers.Should().Be(2);
    }

    private ITimer Timer(string name, int milliseconds, List<(string Name, TimeSpan At)> fired, DateTimeOffset start) =>
        clock.CreateTimer(_ => fired.Add((name, clock.GetUtcNow() - start)), null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
}
