using NovaCron.Validation.FaultInjectors;

namespace NovaCron.Validation.Tests.Unit.FaultInjectors;

public sealed class EffectWaitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private readonly ManualTime _time = new();

    [Fact]
    public async Task The_first_reading_that_holds_is_the_proof()
    {
        var readings = 0;
        var start = _time.GetUtcNow();

        var waiting = WaitAsync(_ => Task.FromResult(++readings < 4 ? Judgement.NotYet("low") : Judgement.Holds("high")));
        await _time.RunAsync(waiting, Step);

        var effect = await waiting;
        effect.Evidence.Should().Be("high");
        effect.At.Should().BeOnOrAfter(start + (3 * FaultLimits.PollInterval));
    }

    [Fact]
    public async Task Readings_that_never_hold_end_with_the_last_of_them()
    {
        var waiting = WaitAsync(_ => Task.FromResult(Judgement.NotYet("3 of 10")));

        await this.Invoking(_ => _time.RunAsync(waiting, Step)).Should().ThrowAsync<FaultException>().WithMessage("fault on target: waited 2 s for an effect, in vain; last reading: 3 of 10");
    }

    [Fact]
    public async Task A_lost_effect_is_not_waited_for()
    {
        await this.Invoking(_ => WaitAsync(_ => Task.FromResult(Judgement.Lost("gone")))).Should().ThrowAsync<FaultException>().WithMessage("fault on target lost its effect while waiting for an effect: gone");
    }

    [Fact]
    public async Task A_system_that_cannot_be_read_is_told_with_its_error()
    {
        await this.Invoking(_ => WaitAsync(_ => throw new InvalidOperationException("refused"))).Should().ThrowAsync<FaultException>().WithMessage("*could not be read*refused");
    }

    [Fact]
    public async Task Cancelling_is_no_fault()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = WaitAsync(_ => Task.FromResult(Judgement.NotYet("low")), cancel.Token);

        await cancel.CancelAsync();

        await this.Invoking(_ => waiting).Should().ThrowAsync<OperationCanceledException>();
    }

    private Task<FaultEffect> WaitAsync(Func<CancellationToken, Task<Judgement>> read, CancellationToken cancellationToken = default) =>
        new EffectWait("fault on target", _time).UntilHoldsAsync("an effect", Limit, read, cancellationToken);
}
