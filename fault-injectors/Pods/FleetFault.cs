namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>A fault that takes pods of the API away through the Kubernetes API. Effect and end are read from the engine's process table and the pods' kernel tables.</summary>
public abstract class FleetFault : IFault
{
    private readonly PodFleet _fleet;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private IReadOnlyList<string> _before = [];

    private protected FleetFault(string name, PodFleetOptions options, TimeProvider? time)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (Name, Options, _fleet) = (name, options, new PodFleet(options));
        _lifecycle = new FaultLifecycle($"{name} of the API's pods", options.MaximumDuration, StartAsync, StopAsync, time ?? TimeProvider.System);
        _wait = new EffectWait($"{name} of the API's pods", time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => Options.MaximumDuration;

    /// <summary>None: containers of pods are the kubelet's, which ends them itself.</summary>
    public IReadOnlyCollection<string> Targets => [];

    /// <summary>Where the pods run.</summary>
    private protected PodFleetOptions Options { get; }

    /// <summary>The pod that goes; null when all of them do.</summary>
    private protected virtual string? Victim => null;

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _wait.UntilHoldsAsync("the pods to go", Options.ChangeLimit, token => _fleet.JudgeGoneAsync(Victim, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        IReadOnlyCollection<string> old = Victim is { } victim ? [victim] : _before;
        return _wait.UntilHoldsAsync("as many pods as before", Options.ChangeLimit, token => _fleet.JudgeBackAsync(_before.Count, old, token), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lifecycle.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes pods away.</summary>
    /// <param name="pods">Names of the pods that are there.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    private protected abstract Task TakeAsync(IReadOnlyList<string> pods, CancellationToken cancellationToken);

    /// <summary>Brings back what brings pods back; may be called although nothing was taken.</summary>
    /// <param name="count">How many there were.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    private protected abstract Task GiveBackAsync(int count, CancellationToken cancellationToken);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _before = await _fleet.ReadyAsync(cancellationToken);
        await TakeAsync(_before, cancellationToken);
    }

    private Task StopAsync(CancellationToken cancellationToken) => _before.Count == 0 ? Task.CompletedTask : GiveBackAsync(_before.Count, cancellationToken);
}
