using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Tests.Unit.Fakes;

namespace NovaCron.Validation.Tests.Unit.Load;

/// <summary>Start, stop, copies and clean-up of a load.</summary>
public sealed class LoadLifeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider clock = new();
    private readonly Target target = new();
    private readonly List<string> calls = [];

    [Fact]
    public async Task Prepares_before_the_first_request_and_cleans_up_once_after_the_last()
    {
        var load = await StartAsync(Described(Simulation.Inject(1, Second, null)));
        await target.UntilSeenAsync(1);
        calls.Should().Equal("init");

        target.Release();
        var first = await load.StopAsync(CancellationToken.None);
        var second = await load.StopAsync(CancellationToken.None);
        await load.DisposeAsync();
        clock.Advance(10 * Second);

        second.Should().BeSameAs(first);
        load.Snapshot().Asked.Should().Be(1, "nothing is sent after the stop");
        calls.Should().Equal("init", "clean");
        clock.ArmedTimers.Should().Be(0);
    }

    [Fact]
    public async Task A_preparation_that_fails_cleans_up_and_says_so()
    {
        var scenario = Described(Simulation.Inject(1, Second, null)).WithInit(_ => throw new TimeoutException("no answer"));
        var act = () => StartAsync(scenario);

        (await act.Should().ThrowAsync<LoadException>())
            .WithMessage("the load on 'api' could not be prepared: no answer; see that its target is up before load is put on it")
            .WithInnerException<TimeoutException>();
        calls.Should().Equal("clean");
        target.Seen.Should().BeEmpty();
    }

    [Fact]
    public async Task A_preparation_that_is_cancelled_is_no_failure()
    {
        var scenario = Described(Simulation.Inject(1, Second, null)).WithInit(token => Task.Delay(Timeout.InfiniteTimeSpan, clock, token));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var act = () => new LoadRunner(clock).StartAsync(scenario, cancelled.Token);

        await act.Should().ThrowAsync<OperationCanceledException>();
        calls.Should().Equal("clean");
    }

    [Fact]
    public async Task A_cancelled_wait_for_the_stop_does_not_undo_it()
    {
        var load = await StartAsync(Described(Simulation.Inject(1, Second, null)));
        await target.UntilSeenAsync(1);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var act = () => load.StopAsync(cancelled.Token);
        await act.Should().ThrowAsync<OperationCanceledException>();
        target.Release();

        (await load.StopAsync(CancellationToken.None)).Ok.Should().Be(1);
    }

    [Fact]
    public async Task Copies_send_one_request_after_the_other_for_as_long_as_they_live()
    {
        var load = await StartAsync(Described(Simulation.KeepConstant(3, Second)));
        await target.UntilSeenAsync(3);
        load.Snapshot().Should().BeEquivalentTo(new { Asked = 3, InFlight = 3 });

        clock.Advance(Second);
        target.Release();
        var statistics = await load.StopAsync(CancellationToken.None);

        statistics.Should().BeEquivalentTo(new { Asked = 3, Ok = 3, ElapsedSeconds = 1.0, P50Ms = 1000.0 });
    }

    [Fact]
    public async Task Copies_go_on_at_once_while_they_are_served_until_stopped()
    {
        target.Release();
        var load = await StartAsync(Described(Simulation.KeepConstant(2, null)));
        await target.UntilSeenAsync(100);
        (await load.StopAsync(CancellationToken.None)).Ok.Should().BeGreaterThanOrEqualTo(100);
    }

    [Fact]
    public async Task A_copy_that_is_refused_does_not_spin()
    {
        var load = await StartAsync(Scenario.Create("api", (_, _) => Task.FromResult(Response.Fail("refused", "nobody listens"))).WithLoadSimulations(Simulation.KeepConstant(1, null)));
        for (var tries = 1; tries <= 3; tries++)
        {
            await clock.UntilArmedAsync(TimeSpan.FromMilliseconds(100));
            load.Snapshot().Failed.Should().Be(tries);
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        (await load.StopAsync(CancellationToken.None)).Failed.Should().BeInRange(3, 4);
    }

    [Fact]
    public async Task Statuses_without_bound_end_in_one()
    {
        var load = await StartAsync(Scenario.Create("api", (context, _) => Task.FromResult(Response.Fail($"{context.InvocationNumber}", "no two alike"))).WithLoadSimulations(Simulation.Inject(200, Second, Second)));
        clock.Advance(Second);
        var statistics = await load.StopAsync(CancellationToken.None);

        statistics.Statuses.Should().HaveCount(101);
        statistics.Statuses[0].Should().BeEquivalentTo(new { StatusCode = "other", Count = 100 });
        statistics.Failed.Should().Be(200);
    }

    [Fact]
    public async Task Refuses_a_scenario_that_says_not_how_requests_arrive()
    {
        var act = () => StartAsync(Scenario.Create("api", target.AnswerAsync));
        (await act.Should().ThrowAsync<ArgumentException>()).WithMessage("scenario 'api' says not how requests arrive; call WithLoadSimulations*");
    }

    [Fact]
    public void Refuses_a_simulation_after_one_that_never_ends()
    {
        var act = () => Described(Simulation.Inject(1, Second, null), Simulation.Pause(Second));
        act.Should().Throw<ArgumentException>().WithMessage("scenario 'api': only the last load simulation may go on until the load is stopped*");
        Described(Simulation.Pause(Second), Simulation.Inject(1, Second, null)).LoadSimulations.Should().HaveCount(2);
    }

    private Scenario Described(params LoadSimulation[] simulations) => Scenario.Create("api", target.AnswerAsync)
        .WithInit(_ =>
        {
            calls.Add("init");
            return Task.CompletedTask;
        })
        .WithClean(() =>
        {
            calls.Add("clean");
            return Task.CompletedTask;
        })
        .WithLoadSimulations(simulations);

    private Task<IRunningLoad> StartAsync(Scenario scenario) => new LoadRunner(clock).StartAsync(scenario, CancellationToken.None);
}
