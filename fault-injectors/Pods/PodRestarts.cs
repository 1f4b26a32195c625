namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>A container's process killed a number of times, each time once the kubelet has restarted it and it listens again: it restarts, and works in between.</summary>
public sealed class PodRestarts : IFault
{
    private readonly PodFaultOptions _options;
    private readonly int _count;
    private readonly TimeProvider _time;
    private readonly PodTarget _target;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private HashSet<string> _killed = [];
    private BackgroundWork? _killing;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Which container of which pod; a restart may take as long as <see cref="PodFaultOptions.RestartLimit"/>.</param>
    /// <param name="count">Restarts to bring about, at least one.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PodRestarts(PodFaultOptions options, int count, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        options.Validate();
        (_options, _count, _time, _target) = (options, count, time ?? TimeProvider.System, new PodTarget(options));
        var subject = $"{Name} of {_target.Subject}";
        _lifecycle = new FaultLifecycle(subject, options.MaximumDuration, StartAsync, StopAsync, _time);
        _wait = new EffectWait(subject, _time);
    }

    /// <inheritdoc/>
    public string Name => "pod-restarts";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <summary>The killed containers and their successors.</summary>
    public IReadOnlyCollection<string> Targets => _target.Containers;

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <summary>Waits until the last successor runs and listens.</summary>
    /// <exception cref="FaultException">The kubelet did not restart it, or killing failed.</exception>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _wait.UntilHoldsAsync($"{_count} restarts", _options.RestartLimit * _count, JudgeAsync, cancellationToken);
    }

    /// <summary>Kills no more; what was killed, the kubelet has restarted, or will.</summary>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("the kubelet to restart the container", _options.RestartLimit, token => _target.JudgeBackAsync(Killed(), token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        lock (_target)
        {
            _killed = [];
        }

        await KillAsync(await _target.FindListeningAsync(cancellationToken), cancellationToken);
        _killing = BackgroundWork.Start(KillSuccessorsAsync);
    }

    // Goes on to watch after the last kill, so that a fault whose work has ended is told from one that was not finished.
    private async Task KillSuccessorsAsync(CancellationToken cancellationToken)
    {
        while (Killed().Count < _count)
        {
            await _wait.UntilHoldsAsync("the kubelet to restart the container", _options.RestartLimit, token => _target.JudgeBackAsync(Killed(), token), cancellationToken);
            await KillAsync((await _target.RunningAsync(cancellationToken)).Single(id => !Killed().Contains(id)), cancellationToken);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
    }

    private async Task KillAsync(string id, CancellationToken cancellationToken)
    {
        await _target.KillAsync(id, cancellationToken);
        await _target.AwaitDeathAsync(_wait, id, cancellationToken);
        lock (_target)
        {
            _killed.Add(id);
        }
    }

    private async Task<Judgement> JudgeAsync(CancellationToken cancellationToken)
    {
        if (_killing?.Failure is { } failure)
        {
            return Judgement.Lost($"the process is killed no more: {failure.Message}");
        }

        var killed = Killed();
        if (killed.Count < _count)
        {
            return Judgement.NotYet($"{killed.Count} of {_count} kills done");
        }

        var back = await _target.JudgeBackAsync(killed, cancellationToken);
        return back with { Evidence = $"process killed {killed.Count} times and restarted as often: {back.Evidence}" };
    }

    private HashSet<string> Killed()
    {
        lock (_target)
        {
            return [.. _killed];
        }
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_killing is not null)
        {
            await _killing.DisposeAsync();
        }
    }
}
