namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>One kill of a container's process; the kubelet restarts it, and nothing is done to its successor.</summary>
public sealed class PodKill : IFault
{
    private readonly PodFaultOptions _options;
    private readonly PodTarget _target;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private string? _killed;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Which container of which pod.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PodKill(PodFaultOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _target) = (options, new PodTarget(options));
        var subject = $"{Name} of {_target.Subject}";
        _lifecycle = new FaultLifecycle(subject, options.MaximumDuration, StartAsync, static _ => Task.CompletedTask, time ?? TimeProvider.System);
        _wait = new EffectWait(subject, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name => "pod-kill";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <summary>The killed container and its successor.</summary>
    public IReadOnlyCollection<string> Targets => _target.Containers;

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <summary>Waits until the killed container's process has ended, which it then has for good.</summary>
    /// <exception cref="FaultException">It still runs.</exception>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _target.AwaitDeathAsync(_wait, _killed!, cancellationToken);
    }

    /// <summary>Nothing is to be undone: the kubelet has restarted the container, or will.</summary>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        var killed = new HashSet<string> { _killed! };
        return _wait.UntilHoldsAsync("the kubelet to restart the container", _options.RestartLimit, token => _target.JudgeBackAsync(killed, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _killed = await _target.FindListeningAsync(cancellationToken);
        await _target.KillAsync(_killed, cancellationToken);
    }
}
