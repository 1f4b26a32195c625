using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Fakes;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class FaultSessionTests
{
    private static readonly TimeSpan ProofInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RollBackLimit = TimeSpan.FromSeconds(15);
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedFault _fault = new();
    private readonly RecordingWatch _watch = new();

    [Fact]
    public async Task The_targets_are_claimed_before_they_are_harmed_and_again_when_more_of_them_are_known()
    {
        var claimedAtInjection = 0;
        _fault.Inject = () => Task.FromResult(claimedAtInjection = _watch.Claimed.Count);

        await using var session = await BeginAsync();

        claimedAtInjection.Should().Be(1);
        _watch.Claimed.Should().Equal("known", "known", "found");
        session.Effect.Should().Be(new FaultEffect(ScriptedFault.EffectAt, "it was read"));
        _fault.Calls.Should().Equal("inject", "prove");
    }

    [Fact]
    public async Task What_could_not_be_injected_is_rolled_back_first()
    {
        _fault.Inject = () => throw new FaultException("half done");

        await FluentActions.Awaiting(BeginAsync).Should().ThrowAsync<FaultException>().WithMessage("half done");

        _fault.Calls.Should().Equal("inject", "roll back", "dispose");
        _fault.IsInjected.Should().BeFalse();
    }

    [Fact]
    public async Task A_fault_without_effect_is_rolled_back_and_no_session()
    {
        _fault.Prove = () => throw new FaultException("no effect");

        await FluentActions.Awaiting(BeginAsync).Should().ThrowAsync<FaultException>().WithMessage("no effect");

        _fault.Calls.Should().Equal("inject", "prove", "roll back", "dispose");
    }

    [Fact]
    public async Task An_injection_that_is_interrupted_is_rolled_back_with_a_token_of_its_own()
    {
        using var interrupt = new CancellationTokenSource();
        _fault.Inject = interrupt.CancelAsync;

        await FluentActions.Awaiting(() => FaultSession.BeginAsync(_fault, _watch, _time, interrupt.Token)).Should().ThrowAsync<OperationCanceledException>();

        _fault.IsInjected.Should().BeFalse();
    }

    [Fact]
    public async Task The_effect_is_proved_every_two_seconds_and_once_more_at_the_end_of_the_observation()
    {
        await using var session = await BeginAsync();
        var observation = new TaskCompletionSource();

        var watching = session.WhileEffectiveAsync(_ => observation.Task, default);
        await ProveAgainAsync(2);
        await ProveAgainAsync(3);
        observation.SetResult();
        await watching;

        _fault.Calls.Should().Equal("inject", "prove", "prove", "prove", "prove");
        _time.ArmedTimers.Should().Be(0);
    }

    [Fact]
    public async Task An_effect_lost_while_observing_ends_the_observation_and_comes_out()
    {
        await using var session = await BeginAsync();
        var observed = CancellationToken.None;

        var watching = session.WhileEffectiveAsync(token => ForeverAsync(observed = token), default);
        _fault.Prove = () => throw new FaultException("the rule of nftables is gone");
        _time.Advance(ProofInterval);

        await FluentActions.Awaiting(() => watching).Should().ThrowAsync<FaultException>().WithMessage("*nftables is gone");
        observed.IsCancellationRequested.Should().BeTrue();
        _time.ArmedTimers.Should().Be(0);
    }

    [Fact]
    public async Task An_effect_lost_after_the_last_proof_spoils_the_observation_too()
    {
        await using var session = await BeginAsync();
        _fault.Prove = () => throw new FaultException("lost at the end");

        await FluentActions.Awaiting(() => session.WhileEffectiveAsync(_ => Task.CompletedTask, default))
            .Should().ThrowAsync<FaultException>().WithMessage("lost at the end");
    }

    [Fact]
    public async Task An_observation_that_fails_says_so_itself_and_ends_the_proving()
    {
        await using var session = await BeginAsync();

        await FluentActions.Awaiting(() => session.WhileEffectiveAsync(_ => Task.FromException(new TimeoutException("observer")), default))
            .Should().ThrowAsync<TimeoutException>();

        _time.ArmedTimers.Should().Be(0);
    }

    [Fact]
    public async Task An_interrupted_observation_is_cancelled_and_the_fault_rolled_back()
    {
        using var interrupt = new CancellationTokenSource();
        var watching = async () =>
        {
            await using var session = await BeginAsync();
            await session.WhileEffectiveAsync(ForeverAsync, interrupt.Token);
        };
        var running = watching();
        await interrupt.CancelAsync();

        await FluentActions.Awaiting(() => running).Should().ThrowAsync<OperationCanceledException>();
        _fault.Calls.Should().EndWith(["roll back", "dispose"]);
        _fault.IsInjected.Should().BeFalse();
    }

    [Fact]
    public async Task What_was_rolled_back_in_its_time_is_not_rolled_back_again()
    {
        var session = await BeginAsync();
        await session.RollBackAsync();
        await session.DisposeAsync();

        _fault.Calls.Should().Equal("inject", "prove", "roll back", "dispose");
    }

    [Fact]
    public async Task A_roll_back_that_fails_is_an_error_of_its_own()
    {
        var session = await BeginAsync();
        _fault.RollBack = _ => throw new FaultException("nft: busy");

        await FluentActions.Awaiting(session.RollBackAsync).Should().ThrowAsync<RollBackException>().WithMessage("rolling back scripted failed: nft: busy");
        await FluentActions.Awaiting(async () => await session.DisposeAsync()).Should().ThrowAsync<RollBackException>();
    }

    [Fact]
    public async Task A_roll_back_that_failed_is_not_hidden_by_the_loss_of_the_effect()
    {
        var running = async () =>
        {
            await using var session = await BeginAsync();
            _fault.RollBack = _ => throw new FaultException("nft: busy");
            _fault.Prove = () => throw new FaultException("lost");
            await session.WhileEffectiveAsync(_ => Task.CompletedTask, default);
        };

        await running.Should().ThrowAsync<RollBackException>();
        _fault.Calls.Should().EndWith("dispose");
    }

    [Fact]
    public async Task A_roll_back_that_never_ends_is_given_up()
    {
        var session = await BeginAsync();
        _fault.RollBack = ForeverAsync;

        var rollingBack = session.RollBackAsync();
        _time.Advance(RollBackLimit);

        await FluentActions.Awaiting(() => rollingBack).Should().ThrowAsync<RollBackException>();
    }

    [Fact]
    public async Task In_a_lost_environment_there_is_nothing_left_to_roll_back()
    {
        var session = await BeginAsync();
        _fault.RollBack = _ => throw new FaultException("no such container");
        _watch.Loss = "container postgres: die";

        await FluentActions.Awaiting(async () => await session.DisposeAsync()).Should().NotThrowAsync();
        _fault.Calls.Should().EndWith(["roll back", "dispose"]);
    }

    private static Task ForeverAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    private Task<FaultSession> BeginAsync() => FaultSession.BeginAsync(_fault, _watch, _time, CancellationToken.None);

    private async Task ProveAgainAsync(int proofs)
    {
        _time.Advance(ProofInterval);
        await StandIns.Eventually.BecomesTrueAsync(() => _fault.Calls.Count(c => c == "prove") == proofs, $"proof {proofs}");
    }

    private sealed class RecordingWatch : ICellWatch
    {
        public List<string> Claimed { get; } = [];

        public string? Loss { get; set; }

        public void Claim(IEnumerable<string> containerIds) => Claimed.AddRange(containerIds);
    }
}
