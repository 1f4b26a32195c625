using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>
/// A crash loop: the process of a pod's container is killed, and so is every successor that the kubelet starts, before it
/// listens. The sandbox stays, so that the pod's address refuses connections at once, as in Kubernetes.
/// </summary>
public sealed class PodCrashLoop : IFault
{
    private const string StartAction = "start";
    private const string DieAction = "die";
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(5);

    private readonly PodFaultOptions _options;
    private readonly TimeProvider _time;
    private readonly PodTarget _target;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private CrashLoopRecord _record = new();
    private NamespaceSockets? _atDeath;
    private BackgroundWork? _killing;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Which container of which pod.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PodCrashLoop(PodFaultOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time, _target) = (options, time ?? TimeProvider.System, new PodTarget(options));
        var subject = $"{Name} of {_target.Subject}";
        _lifecycle = new FaultLifecycle(subject, options.MaximumDuration, StartAsync, StopAsync, _time);
        _wait = new EffectWait(subject, _time);
    }

    /// <inheritdoc/>
    public string Name => "pod-crash-loop";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <summary>The killed container and every successor of it, one of which is started after the roll-back.</summary>
    public IReadOnlyCollection<string> Targets => _target.Containers;

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _wait.UntilHoldsAsync("the pod to be silent", EffectLimit, JudgeAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("the kubelet to restart the container", _options.RestartLimit, token => _target.JudgeBackAsync(_record.Condemned, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    // The engine sends every event from the moment of asking on: asked before the first kill, no successor escapes.
    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _record = new CrashLoopRecord();
        var first = await _target.FindListeningAsync(cancellationToken);
        var record = _record;
        _record.Condemn(first, startedAt: null);
        var events = _options.Engine.EventsAsync(_options.CellLabels, CancellationToken.None);
        _killing = BackgroundWork.Start(stop => KillSuccessorsAsync(events, record, stop));
        await _target.KillAsync(first, cancellationToken);
        record.Killed(first, _time.GetUtcNow());
        await _target.AwaitDeathAsync(_wait, first, cancellationToken);
        _atDeath = await _target.ReadSocketsAsync(cancellationToken);
    }

    private async Task KillSuccessorsAsync(IAsyncEnumerable<ContainerEvent> events, CrashLoopRecord record, CancellationToken cancellationToken)
    {
        await foreach (var happened in events.WithCancellation(cancellationToken))
        {
            if (!PodContainers.IsNamed(happened.Attributes, _options))
            {
                continue;
            }

            if (happened.Action == StartAction)
            {
                record.Condemn(happened.ContainerId, happened.At);
                await _target.KillAsync(happened.ContainerId, cancellationToken);
                record.Killed(happened.ContainerId, _time.GetUtcNow());
            }
            else if (happened.Action == DieAction)
            {
                record.Died(happened.ContainerId, happened.At);
            }
        }
    }

    private async Task<Judgement> JudgeAsync(CancellationToken cancellationToken)
    {
        if (_killing?.Failure is { } failure)
        {
            return Judgement.Lost($"successors are killed no more: {failure.Message}");
        }

        // Running first: a successor that starts after this is condemned by its event, and one that listens shows in the sockets.
        var running = await _target.RunningAsync(cancellationToken);
        var now = await _target.ReadSocketsAsync(cancellationToken);
        return CrashLoopEffect.Judge(running, _record.Condemned, _atDeath!, now, _options.Port, _record.Describe());
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_killing is not null)
        {
            await _killing.DisposeAsync();
        }
    }
}
