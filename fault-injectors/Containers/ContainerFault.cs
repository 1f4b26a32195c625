using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Containers;

/// <summary>A fault that takes a server's process out of service and brings it back at roll-back.</summary>
public abstract class ContainerFault : IFault
{
    private const string Running = "running";
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(30);
    private readonly ContainerKillOptions _options;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private bool _harmed;

    private protected ContainerFault(string name, ContainerKillOptions options, TimeProvider? time)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (Name, _options, Container) = (name, options, options.Engine.Container(options.ContainerId));
        var subject = $"{name} of {options.What}";
        _lifecycle = new FaultLifecycle(subject, options.MaximumDuration, HarmAsync, MendAsync, time ?? TimeProvider.System);
        _wait = new EffectWait(subject, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Targets => [_options.ContainerId];

    /// <summary>The container.</summary>
    private protected Container Container { get; }

    /// <summary>The verb, completing "there is nothing to …".</summary>
    private protected abstract string Verb { get; }

    /// <summary>What the process is then, completing "to be …".</summary>
    private protected abstract string Harmed { get; }

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _wait.UntilHoldsAsync($"the process of {_options.What} to be {Harmed}", EffectLimit, JudgeHarmedAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync($"{_options.What} to serve", GoneLimit, JudgeServesAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lifecycle.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes the process out of service.</summary>
    private protected abstract Task TakeAsync(CancellationToken cancellationToken);

    /// <summary>Brings it back.</summary>
    private protected abstract Task GiveBackAsync(CancellationToken cancellationToken);

    private async Task HarmAsync(CancellationToken cancellationToken)
    {
        var state = (await Container.InspectAsync(cancellationToken)).State;
        if (state != Running)
        {
            throw new FaultException($"{Name} of {_options.What} could not be injected: its container is {state}, so that there is nothing to {Verb}");
        }

        _harmed = true;
        await TakeAsync(cancellationToken);
    }

    private async Task MendAsync(CancellationToken cancellationToken)
    {
        if (_harmed)
        {
            await GiveBackAsync(cancellationToken);
            _harmed = false;
        }
    }

    // Somebody else who brings it back has taken the fault away: it will not be harmed a second time by itself.
    private async Task<Judgement> JudgeHarmedAsync(CancellationToken cancellationToken)
    {
        var container = await Container.InspectAsync(cancellationToken);
        var evidence = $"the container of {_options.What} is {container.State}, exit code {container.ExitCode}";
        return container.State == Running ? Judgement.Lost(evidence) : Judgement.Holds(evidence);
    }

    private async Task<Judgement> JudgeServesAsync(CancellationToken cancellationToken)
    {
        var container = await Container.InspectAsync(cancellationToken);
        if (container.State != Running)
        {
            return Judgement.NotYet($"the container of {_options.What} is {container.State}");
        }

        var answer = await Container.ExecAsync(_options.Serves, cancellationToken);
        var evidence = $"{string.Join(' ', _options.Serves)} in the container of {_options.What} ended with exit code {answer.ExitCode}";
        return answer.ExitCode == 0 ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }
}
