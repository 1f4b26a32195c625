using NovaCron.Validation.FaultInjectors;

namespace NovaCron.Validation.Tests.Unit.FaultInjectors;

public sealed class FaultLifecycleTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Maximum = TimeSpan.FromMinutes(5);
    private readonly ManualTime _time = new();
    private int _injections;
    private int _rollBacks;
    private Exception? _injectError;
    private Exception? _rollBackError;

    [Fact]
    public async Task It_is_injected_until_rolled_back_and_a_second_roll_back_does_nothing()
    {
        await using var lifecycle = Create();

        await lifecycle.InjectAsync(None);
        lifecycle.IsInjected.Should().BeTrue();
        await lifecycle.RollBackAsync(None);
        await lifecycle.RollBackAsync(None);

        lifecycle.IsInjected.Should().BeFalse();
        (_injections, _rollBacks).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_roll_back_without_an_injection_does_nothing()
    {
        await using var lifecycle = Create();

        await lifecycle.RollBackAsync(None);

        _rollBacks.Should().Be(0);
    }

    [Fact]
    public async Task A_second_injection_is_refused()
    {
        await using var lifecycle = Create();
        await lifecycle.InjectAsync(None);

        await lifecycle.Invoking(l => l.InjectAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("fault on target is already injected; roll it back before injecting it again");

        _injections.Should().Be(1);
    }

    [Fact]
    public async Task It_may_be_injected_again_after_a_roll_back()
    {
        await using var lifecycle = Create();
        await lifecycle.InjectAsync(None);
        await lifecycle.RollBackAsync(None);

        await lifecycle.InjectAsync(None);

        lifecycle.IsInjected.Should().BeTrue();
    }

    [Fact]
    public async Task A_failed_injection_is_undone_and_may_be_asked_for_again()
    {
        await using var lifecycle = Create();
        _injectError = new InvalidOperationException("no server");

        await lifecycle.Invoking(l => l.InjectAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("fault on target could not be injected: no server");

        (_rollBacks, lifecycle.IsInjected).Should().Be((1, false));
        _injectError = null;
        await lifecycle.InjectAsync(None);
        lifecycle.IsInjected.Should().BeTrue();
    }

    [Fact]
    public async Task A_failed_injection_that_cannot_be_undone_says_both_and_stays_to_be_rolled_back()
    {
        await using var lifecycle = Create();
        (_injectError, _rollBackError) = (new InvalidOperationException("half done"), new InvalidOperationException("stuck"));

        await lifecycle.Invoking(l => l.InjectAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*half done*stuck*");

        lifecycle.IsInjected.Should().BeTrue();
        _rollBackError = null;
        await lifecycle.RollBackAsync(None);
        lifecycle.IsInjected.Should().BeFalse();
    }

    [Fact]
    public async Task A_failed_roll_back_may_be_asked_for_again()
    {
        await using var lifecycle = Create();
        await lifecycle.InjectAsync(None);
        _rollBackError = new InvalidOperationException("busy");

        await lifecycle.Invoking(l => l.RollBackAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("fault on target could not be rolled back: busy; *");
        lifecycle.Invoking(l => l.RequireRolledBack()).Should().Throw<FaultException>().WithMessage("*still injected*busy*");

        _rollBackError = null;
        await lifecycle.RollBackAsync(None);
        lifecycle.Invoking(l => l.RequireRolledBack()).Should().NotThrow();
    }

    [Fact]
    public async Task It_rolls_itself_back_when_its_time_is_over_and_not_before()
    {
        await using var lifecycle = Create();
        await lifecycle.InjectAsync(None);

        _time.Advance(Maximum - TimeSpan.FromTicks(1));
        _rollBacks.Should().Be(0);
        lifecycle.Invoking(l => l.RequireInjected()).Should().NotThrow();

        _time.Advance(TimeSpan.FromTicks(1));
        _rollBacks.Should().Be(1);
        lifecycle.Invoking(l => l.RequireInjected()).Should().Throw<FaultException>().WithMessage("fault on target rolled itself back when its maximum duration of 00:05:00 had passed; *");
        lifecycle.Invoking(l => l.RequireRolledBack()).Should().NotThrow();
    }

    [Fact]
    public async Task A_roll_back_by_itself_that_fails_is_told_and_tried_again_when_asked()
    {
        await using var lifecycle = Create();
        await lifecycle.InjectAsync(None);
        _rollBackError = new InvalidOperationException("busy");

        _time.Advance(Maximum);

        lifecycle.Invoking(l => l.RequireInjected()).Should().Throw<FaultException>().WithMessage("*tried to roll itself back and failed*busy*");
        _rollBackError = null;
        await lifecycle.RollBackAsync(None);
        lifecycle.Invoking(l => l.RequireRolledBack()).Should().NotThrow();
    }

    [Fact]
    public async Task Its_time_counts_from_the_latest_injection()
    {
        await using var lifecycle = Create();
        await lifecycle.InjectAsync(None);
        _time.Advance(Maximum / 2);
        await lifecycle.RollBackAsync(None);
        await lifecycle.InjectAsync(None);

        _time.Advance(Maximum * 0.75);

        lifecycle.IsInjected.Should().BeTrue();
    }

    [Fact]
    public async Task An_injection_that_hangs_ends_with_its_time()
    {
        await using var lifecycle = new FaultLifecycle("fault on target", Maximum, token => Task.Delay(Timeout.InfiniteTimeSpan, token), _ => Task.CompletedTask, _time);
        var injecting = lifecycle.InjectAsync(None);

        _time.Advance(Maximum);

        await lifecycle.Invoking(_ => injecting).Should().ThrowAsync<FaultException>().WithMessage("*could not be injected*");
        lifecycle.IsInjected.Should().BeFalse();
    }

    [Fact]
    public async Task A_cancelled_injection_is_undone()
    {
        using var cancel = new CancellationTokenSource();
        await using var lifecycle = new FaultLifecycle("fault on target", Maximum, token => Task.Delay(Timeout.InfiniteTimeSpan, token), RollBack, _time);
        var injecting = lifecycle.InjectAsync(cancel.Token);

        await cancel.CancelAsync();

        await lifecycle.Invoking(_ => injecting).Should().ThrowAsync<OperationCanceledException>();
        (_rollBacks, lifecycle.IsInjected).Should().Be((1, false));
    }

    [Fact]
    public async Task Disposing_rolls_back()
    {
        var lifecycle = Create();
        await lifecycle.InjectAsync(None);

        await lifecycle.DisposeAsync();
        await lifecycle.DisposeAsync();

        _rollBacks.Should().Be(1);
    }

    [Fact]
    public async Task Nothing_is_verified_that_never_was()
    {
        await using var lifecycle = Create();

        lifecycle.Invoking(l => l.RequireInjected()).Should().Throw<FaultException>().WithMessage("*it never was*");
        lifecycle.Invoking(l => l.RequireRolledBack()).Should().Throw<FaultException>().WithMessage("*never injected*");
        await lifecycle.InjectAsync(None);
        lifecycle.Invoking(l => l.RequireRolledBack()).Should().Throw<FaultException>().WithMessage("*still injected*");
        await lifecycle.RollBackAsync(None);
        lifecycle.Invoking(l => l.RequireInjected()).Should().Throw<FaultException>().WithMessage("*it was rolled back*");
    }

    private FaultLifecycle Create() => new("fault on target", Maximum, Inject, RollBack, _time);

    private Task Inject(CancellationToken cancellationToken)
    {
        _injections++;
        return _injectError is null ? Task.CompletedTask : Task.FromException(_injectError);
    }

    private Task RollBack(CancellationToken cancellationToken)
    {
        _rollBacks++;
        return _rollBackError is null ? Task.CompletedTask : Task.FromException(_rollBackError);
    }
}
