using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Tests.Unit.Fakes;

namespace NovaCron.Validation.Tests.Unit.Load;

public sealed class LoadRunnerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task Sends_every_arrival_evenly_and_reports_what_was_asked_and_achieved()
    {
        var target = new Target();
        target.Release();
        var load = await StartAsync(target.AnswerAsync, Simulation.Inject(20, Second, 2 * Second));

        for (var due = 1; due < 40; due++)
        {
            load.Snapshot().Asked.Should().Be(due);
            clock.Advance(TimeSpan.FromMilliseconds(49));
            load.Snapshot().Asked.Should().Be(due, "the next is not due yet");
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        load.Arrived.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(50));
        await load.Arrived.WaitAsync(Target.Patience);
        var statistics = await load.StopAsync(CancellationToken.None);

        statistics.Should().BeEquivalentTo(new { Target = "api", ElapsedSeconds = 2.0, AskedPerSecond = 20.0, AchievedPerSecond = 20.0, Asked = 40, Ok = 40, Failed = 0, Dropped = 0, InFlight = 0 });
        target.Seen.Select(context => context.ScheduledAt).Order().Should().Equal(Enumerable.Range(0, 40).Select(i => TimeSpan.FromMilliseconds(50 * i)));
        target.Seen.Select(context => context.InvocationNumber).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_target_that_never_answers_does_not_slow_the_arrivals()
    {
        var target = new Target();
        var load = await StartAsync(target.AnswerAsync, Simulation.Inject(100, Second, null));

        clock.Advance(5 * Second);
        await target.UntilSeenAsync(501);

        load.Snapshot().Should().BeEquivalentTo(new { Asked = 501, InFlight = 501, Ok = 0, Failed = 0, P50Ms = (double?)null });
        target.Release();
        (await load.StopAsync(CancellationToken.None)).Ok.Should().Be(501);
    }

    [Fact]
    public async Task Latency_counts_from_the_instant_at_which_a_request_was_due()
    {
        var target = new Target();
        var load = await StartAsync(target.AnswerAsync, Simulation.Inject(10, Second, Second));

        // Due at 0, 100, …, 900 ms and all answered at 1000 ms: 1000, 900, …, 100 ms.
        clock.Advance(Second);
        await target.UntilSeenAsync(10);
        target.Release();
        var statistics = await load.StopAsync(CancellationToken.None);

        statistics.P50Ms.Should().BeInRange(500, 500 * (1 + LatencyHistogram.RelativeError));
        statistics.P99Ms.Should().Be(1000);
    }

    [Fact]
    public async Task An_arrival_beyond_the_bound_is_dropped_and_says_why()
    {
        var target = new Target();
        var load = await new LoadRunner(clock).StartAsync(
            Scenario.Create("api", target.AnswerAsync).WithMaxInFlight(3).WithLoadSimulations(Simulation.Inject(10, Second, Second)), CancellationToken.None);

        clock.Advance(Second);
        await target.UntilSeenAsync(3);
        target.Release();
        var statistics = await load.StopAsync(CancellationToken.None);

        statistics.Should().BeEquivalentTo(new { Asked = 10, Ok = 3, Failed = 7, Dropped = 7 });
        statistics.Statuses.Should().Equal(
            new StatusCount("dropped", true, 7, "not sent to 'api': 3 requests were in flight already; the target answers too slowly for this rate"),
            new StatusCount("ok", false, 3, string.Empty));
    }

    [Fact]
    public async Task Failures_are_counted_by_status_and_apart_from_the_latencies_served()
    {
        var load = await StartAsync(
            (context, _) => (context.InvocationNumber % 4) switch
            {
                0 => Task.FromResult(Response.Ok("200", 7)),
                1 => Task.FromResult(Response.Fail("500", "boom")),
                2 => throw new InvalidOperationException("sync"),
                _ => Task.FromException<Response>(new TimeoutException("async")),
            },
            Simulation.Inject(40, Second, Second));

        clock.Advance(Second);
        var statistics = await load.StopAsync(CancellationToken.None);

        statistics.Should().BeEquivalentTo(new { Asked = 40, Ok = 10, Failed = 30, AskedPerSecond = 40.0, AchievedPerSecond = 10.0, ReceivedBytes = 70 });
        statistics.FailedP99Ms.Should().NotBeNull();
        statistics.Statuses.Should().BeEquivalentTo(new[]
        {
            new StatusCount("200", false, 10, string.Empty),
            new StatusCount("500", true, 10, "boom"),
            new StatusCount(nameof(InvalidOperationException), true, 10, "sync"),
            new StatusCount(nameof(TimeoutException), true, 10, "async"),
        });
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_a_timeout()
    {
        var target = new Target();
        var load = await new LoadRunner(clock).StartAsync(
            Scenario.Create("api", target.AnswerAsync).WithTimeout(2 * Second).WithLoadSimulations(Simulation.Inject(1, Second, Second)), CancellationToken.None);
        await target.UntilSeenAsync(1);

        clock.Advance(2 * Second);
        var statistics = await load.StopAsync(CancellationToken.None);

        statistics.Statuses.Should().Equal(new StatusCount("timeout", true, 1, "no answer from 'api' within 2 s"));
        statistics.FailedP99Ms.Should().Be(2000);
    }

    [Fact]
    public async Task What_never_answers_is_cancelled_at_the_stop_and_counted_as_failed()
    {
        var target = new Target();
        var load = await StartAsync(target.AnswerAsync, Simulation.Inject(1, Second, null));
        await target.UntilSeenAsync(1);

        var stop = load.StopAsync(CancellationToken.None);
        clock.Advance(5 * Second);
        var statistics = await stop.WaitAsync(Target.Patience);

        statistics.Should().BeEquivalentTo(new { Asked = 1, Ok = 0, Failed = 1, InFlight = 0 });
        statistics.Statuses.Should().ContainSingle().Which.StatusCode.Should().Be("abandoned");
    }

    [Fact]
    public async Task A_step_that_ignores_its_cancellation_does_not_hold_up_the_stop()
    {
        var deaf = new TaskCompletionSource<Response>();
        var seen = new TaskCompletionSource();
        var load = await StartAsync(
            (_, _) =>
            {
                seen.TrySetResult();
                return deaf.Task;
            },
            Simulation.Inject(1, Second, null));
        await seen.Task.WaitAsync(Target.Patience);

        var stop = load.StopAsync(CancellationToken.None);
        clock.Advance(5 * Second);
        await clock.UntilArmedAsync(Second);
        clock.Advance(Second);
        var statistics = await stop.WaitAsync(Target.Patience);
        deaf.SetResult(Response.Ok());

        statistics.Statuses.Should().ContainSingle().Which.StatusCode.Should().Be("abandoned");
        load.Snapshot().Should().BeSameAs(statistics, "an answer after the end changes nothing");
    }

    [Fact]
    public async Task A_stall_of_the_generator_loses_no_arrival_and_shows_in_the_latencies()
    {
        var target = new Target();
        target.Release();
        var load = await StartAsync(target.AnswerAsync, Simulation.Pause(Second), Simulation.Inject(10, Second, Second));

        clock.Stall(2 * Second);
        var statistics = await load.StopAsync(CancellationToken.None);

        statistics.Should().BeEquivalentTo(new { Asked = 10, Ok = 10, P99Ms = 1000.0, StartLagP99Ms = 1000.0 });
        target.Seen.Select(context => context.ScheduledAt).Order().Should().Equal(Enumerable.Range(10, 10).Select(i => TimeSpan.FromMilliseconds(100 * i)));
    }

    [Fact]
    public async Task A_blocking_step_does_not_hold_up_the_arrivals()
    {
        using var blocked = new ManualResetEventSlim();
        var load = await StartAsync(
            (_, cancellationToken) =>
            {
                blocked.Wait(Target.Patience, cancellationToken);
                return Task.FromResult(Response.Ok());
            },
            Simulation.Inject(1, Second, 2 * Second));

        clock.Advance(2 * Second);
        load.Snapshot().Should().BeEquivalentTo(new { Asked = 2, InFlight = 2 });
        blocked.Set();
        (await load.StopAsync(CancellationToken.None)).Ok.Should().Be(2);
    }

    private async Task<IRunningLoad> StartAsync(Func<ScenarioContext, CancellationToken, Task<Response>> run, params LoadSimulation[] simulations) =>
        await new LoadRunner(clock).StartAsync(Scenario.Create("api", run).WithLoadSimulations(simulations), CancellationToken.None);
}
