using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>A fault could not be rolled back; the message says why. The cell's removal is what then undoes it.</summary>
internal sealed class RollBackException(string message, Exception innerException) : Exception(message, innerException);

/// <summary>One fault from injection to proof of its end. However the session ends, the fault is rolled back first.</summary>
internal sealed class FaultSession : IAsyncDisposable
{
    private static readonly TimeSpan RollBackLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ProofInterval = TimeSpan.FromSeconds(2);
    private readonly IFault _fault;
    private readonly ICellWatch _watch;
    private readonly TimeProvider _time;
    private bool _rolledBack;

    private FaultSession(IFault fault, ICellWatch watch, TimeProvider time)
    {
        _fault = fault;
        _watch = watch;
        _time = time;
    }

    /// <summary>Proof of the effect, the first one.</summary>
    public FaultEffect Effect { get; private set; } = null!;

    /// <summary>Injects a fault and waits for the proof of its effect.</summary>
    /// <exception cref="FaultException">It could not be injected or took no effect; it was rolled back.</exception>
    public static async Task<FaultSession> BeginAsync(IFault fault, ICellWatch watch, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new FaultSession(fault, watch, time);
        try
        {
            watch.Claim(fault.Targets);
            await fault.InjectAsync(cancellationToken);
            watch.Claim(fault.Targets);
            session.Effect = await fault.VerifyEffectiveAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs an observation while proving, every two seconds and once at its end, that the effect still holds.</summary>
    /// <exception cref="FaultException">The effect was lost.</exception>
    public async Task WhileEffectiveAsync(Func<CancellationToken, Task> observe, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var proving = ProveAsync(stop.Token);
        var observing = observe(stop.Token);
        var first = await Task.WhenAny(proving, observing);
        await stop.CancelAsync();
        try
        {
            await first;
        }
        finally
        {
            await Task.WhenAll(Settle(proving), Settle(observing));
        }

        await _fault.VerifyEffectiveAsync(cancellationToken);
    }

    /// <summary>Rolls the fault back; it may be asked for again.</summary>
    /// <exception cref="RollBackException">It could not be rolled back.</exception>
    public async Task RollBackAsync()
    {
        // Not the run's token: an interrupted run rolls back first.
        using var limit = new CancellationTokenSource(RollBackLimit, _time);
        try
        {
            await _fault.RollBackAsync(limit.Token);
            _rolledBack = true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new RollBackException($"rolling back {_fault.Name} failed: {failure.Message}", failure);
        }
    }

    /// <summary>Waits for the proof that the effect is gone.</summary>
    /// <exception cref="FaultException">It is still there.</exception>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken) => _fault.VerifyGoneAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_rolledBack)
            {
                await RollBackAsync();
            }
        }
        catch (RollBackException) when (_watch.Loss is not null)
        {
            // What the fault acted on is gone with the environment; nothing of it is left to undo.
        }
        finally
        {
            await ReleaseAsync();
        }
    }

    // A fault tries its roll-back once more when it is disposed of; its error must not take the place of the failed roll-back's.
    private async Task ReleaseAsync()
    {
        try
        {
            await _fault.DisposeAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (_watch.Loss is null)
            {
                throw new RollBackException($"rolling back {_fault.Name} failed: {failure.Message}", failure);
            }
        }
    }

    private async Task ProveAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(ProofInterval, _time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await _fault.VerifyEffectiveAsync(cancellationToken);
        }
    }

    private static Task Settle(Task task) => task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
