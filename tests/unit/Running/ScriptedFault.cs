using NovaCron.Validation.FaultInjectors;

namespace NovaCron.Validation.Tests.Unit.Running;

/// <summary>A fault that does what a test scripted, and keeps what was asked of it. As every fault, it rolls back what is left when it is disposed of.</summary>
internal sealed class ScriptedFault : IFault
{
    public static readonly DateTimeOffset EffectAt = new(2026, 1, 1, 0, 0, 7, TimeSpan.Zero);
    private bool _isInjected;

    public List<string> Calls { get; } = [];

    public Func<Task> Inject { get; set; } = () => Task.CompletedTask;

    public Func<Task> Prove { get; set; } = () => Task.CompletedTask;

    public Func<CancellationToken, Task> RollBack { get; set; } = _ => Task.CompletedTask;

    public string Name => "scripted";

    public TimeSpan MaximumDuration => TimeSpan.FromMinutes(5);

    public IReadOnlyCollection<string> Targets => _isInjected ? ["known", "found"] : ["known"];

    public bool IsInjected => _isInjected;

    public async Task InjectAsync(CancellationToken cancellationToken)
    {
        Calls.Add("inject");
        _isInjected = true;
        await Inject();
    }

    public async Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        Calls.Add("prove");
        cancellationToken.ThrowIfCancellationRequested();
        await Prove();
        return new FaultEffect(EffectAt, "it was read");
    }

    public async Task RollBackAsync(CancellationToken cancellationToken)
    {
        Calls.Add("roll back");
        cancellationToken.ThrowIfCancellationRequested();
        await RollBack(cancellationToken);
        _isInjected = false;
    }

    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        Calls.Add("prove gone");
        return Task.FromResult(new FaultEffect(EffectAt, "it is gone"));
    }

    public async ValueTask DisposeAsync()
    {
        Calls.Add("dispose");
        if (_isInjected)
        {
            await RollBack(CancellationToken.None);
            _isInjected = false;
        }
    }
}
