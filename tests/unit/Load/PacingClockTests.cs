using NovaCron.Validation.Scenarios.Load;

namespace NovaCron.Validation.Tests.Unit.Load;

/// <summary>In real time; only orders are asserted, never how long something took.</summary>
public sealed class PacingClockTests
{
    private readonly PacingClock clock = new();
    private readonly List<string> fired = [];

    [Fact]
    public async Task Fires_in_order_of_time_and_not_before_it()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var held = new ManualResetEventSlim();
        using var holder = Hold(held);
        var start = clock.GetTimestamp();
        var elapsed = TimeSpan.Zero;
        using var second = Timer("second", 40, () =>
        {
            elapsed = clock.GetElapsedTime(start);
            end.SetResult();
        });
        using var first = Timer("first", 10);
        second.Change(TimeSpan.FromMilliseconds(40), Timeout.InfiniteTimeSpan);
        held.Set();

        await end.Task.WaitAsync(Target.Patience);

        fired.Should().Equal("first", "second");
        elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(40));
    }

    [Fact]
    public async Task A_change_counts_and_a_disposed_timer_is_silent()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var held = new ManualResetEventSlim();
        using var holder = Hold(held);
        var disposed = Timer("disposed", 10);
        disposed.Dispose();
        using var disarmed = Timer("disarmed", 10);
        disarmed.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using var hastened = Timer("hastened", 3_600_000);
        hastened.Change(TimeSpan.FromMilliseconds(20), Timeout.InfiniteTimeSpan);
        using var last = Timer("last", 50, end.SetResult);
        held.Set();

        await end.Task.WaitAsync(Target.Patience);

        fired.Should().Equal("hastened", "last");
    }

    [Fact]
    public async Task Starts_anew_when_no_timer_was_left()
    {
        for (var round = 0; round < 20; round++)
        {
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var timer = Timer($"{round}", 0, end.SetResult);
            await end.Task.WaitAsync(Target.Patience);
        }

        fired.Should().Equal(Enumerable.Range(0, 20).Select(round => $"{round}"));
    }

    [Fact]
    public async Task A_timer_may_arm_itself_again_from_its_callback()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ITimer? timer = null;
        timer = Timer("again", -1, () =>
        {
            if (fired.Count < 5)
            {
                timer!.Change(TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
            }
            else
            {
                end.SetResult();
            }
        });
        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await end.Task.WaitAsync(Target.Patience);
        timer.Dispose();
        fired.Should().HaveCount(5);
    }

    [Fact]
    public void Refuses_a_period()
    {
        var act = () => clock.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        act.Should().Throw<NotSupportedException>().WithMessage("a pacing timer fires once; a period of 00:00:01 was asked for");
    }

    [Fact]
    public async Task Paces_a_load_on_the_systems_clock()
    {
        await using var load = await new LoadRunner(TimeProvider.System).StartAsync(
            Scenario.Create("api", (_, _) => Task.FromResult(Response.Ok())).WithLoadSimulations(Simulation.Inject(200, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(500))), CancellationToken.None);

        await load.Arrived.WaitAsync(Target.Patience);
        (await load.StopAsync(CancellationToken.None)).Should().BeEquivalentTo(new { Asked = 100, Ok = 100, ElapsedSeconds = 0.5 });
    }

    // Keeps the waiting thread busy while timers are armed, so that a slow machine cannot fire one before the next is there.
    private ITimer Hold(ManualResetEventSlim until) =>
        clock.CreateTimer(_ => until.Wait(Target.Patience), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    private ITimer Timer(string name, int milliseconds, Action? then = null) => clock.CreateTimer(
        _ =>
        {
            fired.Add(name);
            then?.Invoke();
        },
        null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
}
