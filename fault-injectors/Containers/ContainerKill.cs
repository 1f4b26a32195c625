using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Containers;

/// <summary>A server killed by SIGKILL, and its container started again at roll-back.</summary>
public sealed class ContainerKill : IFault
{
    private const string Running = "running";
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(30);
    private readonly ContainerKillOptions _options;
    private readonly Container _container;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private bool _killed;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Which container.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public ContainerKill(ContainerKillOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _container) = (options, options.Engine.Container(options.ContainerId));
        var subject = $"{Name} of {options.What}";
        _lifecycle = new FaultLifecycle(subject, options.MaximumDuration, KillAsync, StartAsync, time ?? TimeProvider.System);
        _wait = new EffectWait(subject, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name => "container-kill";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Targets => [_options.ContainerId];

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _wait.UntilHoldsAsync($"the process of {_options.What} to be dead", EffectLimit, JudgeDeadAsync, cancellationToken);
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
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task KillAsync(CancellationToken cancellationToken)
    {
        var state = (await _container.InspectAsync(cancellationToken)).State;
        if (state != Running)
        {
            throw new FaultException($"{Name} of {_options.What} could not be injected: its container is {state}, so that there is nothing to kill");
        }

        _killed = true;
        await _container.KillAsync("KILL", cancellationToken);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_killed)
        {
            await _container.StartAsync(cancellationToken);
            _killed = false;
        }
    }

    // Somebody else who starts it again has taken the fault away: it will not die a second time by itself.
    private async Task<Judgement> JudgeDeadAsync(CancellationToken cancellationToken)
    {
        var container = await _container.InspectAsync(cancellationToken);
        var evidence = $"the container of {_options.What} is {container.State}, exit code {container.ExitCode}";
        return container.State == Running ? Judgement.Lost(evidence) : Judgement.Holds(evidence);
    }

    private async Task<Judgement> JudgeServesAsync(CancellationToken cancellationToken)
    {
        var container = await _container.InspectAsync(cancellationToken);
        if (container.State != Running)
        {
            return Judgement.NotYet($"the container of {_options.What} is {container.State}");
        }

        var answer = await _container.ExecAsync(_options.Serves, cancellationToken);
        var evidence = $"{string.Join(' ', _options.Serves)} in the container of {_options.What} ended with exit code {answer.ExitCode}";
        return answer.ExitCode == 0 ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }
}
