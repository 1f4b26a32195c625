namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>A container's processes frozen and thawed: it answers nobody, and its process table is as before. How long is its user's affair.</summary>
public sealed class PodPause : IFault
{
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(5);
    private readonly PodFaultOptions _options;
    private readonly PodTarget _target;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private string? _paused;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Which container of which pod.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PodPause(PodFaultOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _target) = (options, new PodTarget(options));
        var subject = $"{Name} of {_target.Subject}";
        _lifecycle = new FaultLifecycle(subject, options.MaximumDuration, FreezeAsync, ThawAsync, time ?? TimeProvider.System);
        _wait = new EffectWait(subject, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name => "pod-pause";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Targets => _target.Containers;

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return AwaitStateAsync("paused", cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return AwaitStateAsync("running", cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task FreezeAsync(CancellationToken cancellationToken)
    {
        _paused = await _target.FindListeningAsync(cancellationToken);
        await _options.Engine.Container(_paused).PauseAsync(cancellationToken);
    }

    private async Task ThawAsync(CancellationToken cancellationToken)
    {
        if (_paused is { } id && (await _options.Engine.Container(id).InspectAsync(cancellationToken)).State == "paused")
        {
            await _options.Engine.Container(id).UnpauseAsync(cancellationToken);
        }
    }

    private Task<FaultEffect> AwaitStateAsync(string wanted, CancellationToken cancellationToken) =>
        _wait.UntilHoldsAsync($"container {PodTarget.ShortId(_paused!)} to be {wanted}", EffectLimit, token => JudgeAsync(wanted, token), cancellationToken);

    private async Task<Judgement> JudgeAsync(string wanted, CancellationToken cancellationToken)
    {
        var state = (await _options.Engine.Container(_paused!).InspectAsync(cancellationToken)).State;
        var evidence = $"container {PodTarget.ShortId(_paused!)} of {_target.Subject} is {state}";
        return state == wanted ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }
}
