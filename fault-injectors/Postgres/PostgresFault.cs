namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>What all faults of PostgreSQL have in common: a server, a bounded life, and an effect that is awaited at the server itself.</summary>
public abstract class PostgresFault : IFault
{
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(10);
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;

    private protected PostgresFault(string name, PostgresServer server, TimeSpan maximumDuration, TimeProvider? time)
    {
        (Name, Server, MaximumDuration, Time) = (name, server, maximumDuration, time ?? TimeProvider.System);
        Subject = $"{name} in {server.Target}";
        _lifecycle = new FaultLifecycle(Subject, maximumDuration, StartAsync, StopAsync, Time);
        _wait = new EffectWait(Subject, Time);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public TimeSpan MaximumDuration { get; }

    /// <summary>None: no container dies or stops for these faults.</summary>
    public IReadOnlyCollection<string> Targets => [];

    private protected PostgresServer Server { get; }

    private protected TimeProvider Time { get; }

    /// <summary>Fault and target, as error messages name them.</summary>
    private protected string Subject { get; }

    /// <summary>The effect, completing "waited for …".</summary>
    private protected abstract string Effect { get; }

    /// <summary>Longest wait for it, wall time.</summary>
    private protected abstract TimeSpan EffectLimit { get; }

    /// <summary>Its end, completing "waited for …".</summary>
    private protected abstract string Gone { get; }

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return await _wait.UntilHoldsAsync(Effect, EffectLimit, NewJudge(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync(Gone, GoneLimit, JudgeGoneAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lifecycle.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the disturbance.</summary>
    private protected abstract Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Ends it, however much of it there is.</summary>
    private protected abstract Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Reads the server and judges whether the effect is there.</summary>
    private protected abstract Task<Judgement> JudgeAsync(CancellationToken cancellationToken);

    /// <summary>Reads the server and judges whether nothing of the fault is left.</summary>
    private protected abstract Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken);

    /// <summary>What judges one verification, reading after reading; a fault whose readings build on each other makes a new one each time.</summary>
    private protected virtual Func<CancellationToken, Task<Judgement>> NewJudge() => JudgeAsync;
}
