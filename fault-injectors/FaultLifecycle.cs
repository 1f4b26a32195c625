namespace NovaCron.Validation.FaultInjectors;

/// <summary>
/// The bounded life of a fault: at most one injection at a time, a roll-back that may be asked for again and again,
/// and one by itself when the maximum duration has passed.
/// </summary>
/// <param name="subject">Fault and target, as error messages name them.</param>
/// <param name="maximumDuration">Longest life, wall time, counted from the start of the injection.</param>
/// <param name="inject">Starts the disturbance. What it did before an error is undone by <paramref name="rollBack"/>.</param>
/// <param name="rollBack">Ends the disturbance, however much of it there is.</param>
/// <param name="time">Clock.</param>
internal sealed class FaultLifecycle(
    string subject, TimeSpan maximumDuration, Func<CancellationToken, Task> inject, Func<CancellationToken, Task> rollBack, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ITimer? _expiry;
    private Task _expiring = Task.CompletedTask;
    private volatile Phase _phase;
    private volatile bool _expired;
    private volatile Exception? _lastFailure;

    private enum Phase
    {
        NotInjected,
        Injected,
        RolledBack,
    }

    /// <summary>Whether something is there to be rolled back.</summary>
    public bool IsInjected => _phase is Phase.Injected;

    /// <summary>Injects; undoes what was done when that fails, so that it may be called again.</summary>
    /// <exception cref="FaultException">It is already injected, or could not be injected.</exception>
    public async Task InjectAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_phase is Phase.Injected)
            {
                throw new FaultException($"{subject} is already injected; roll it back before injecting it again");
            }

            (_phase, _expired, _lastFailure) = (Phase.Injected, false, null);
            await InjectWithinDurationAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Rolls back what is injected; does nothing when nothing is.</summary>
    /// <exception cref="FaultException">It could not be rolled back; it may be asked for again.</exception>
    public async Task RollBackAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_phase is Phase.Injected)
            {
                await RollBackNowAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Makes sure that there is an effect to verify.</summary>
    /// <exception cref="FaultException">The fault is not injected, or no longer.</exception>
    public void RequireInjected()
    {
        if (_expired)
        {
            var outcome = _lastFailure is { } failure ? $"tried to roll itself back and failed: {failure.Message}" : "rolled itself back";
            throw new FaultException($"{subject} {outcome} when its maximum duration of {maximumDuration} had passed; allow it a longer one");
        }

        if (_phase is not Phase.Injected)
        {
            throw new FaultException($"{subject} is not injected: {(_phase is Phase.RolledBack ? "it was rolled back" : "it never was")}, so there is no effect to verify");
        }
    }

    /// <summary>Makes sure that there is a roll-back to verify.</summary>
    /// <exception cref="FaultException">The fault was never injected, or still is.</exception>
    public void RequireRolledBack()
    {
        if (_phase is not Phase.RolledBack)
        {
            throw new FaultException(_phase is Phase.Injected
                ? $"{subject} is still injected{(_lastFailure is { } failure ? $" ({failure.Message})" : "")}; roll it back before verifying that it is gone"
                : $"{subject} was never injected, so that it is gone proves nothing");
        }
    }

    /// <summary>Rolls back what is still injected.</summary>
    /// <exception cref="FaultException">It could not be rolled back.</exception>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(FaultLimits.UnattendedRollBack, time);
        await RollBackAsync(limit.Token);
        _expiry?.Dispose();
        await _expiring;
    }

    private async Task InjectWithinDurationAsync(CancellationToken cancellationToken)
    {
        _expiry?.Dispose();
        _expiry = time.CreateTimer(_ => _expiring = ExpireAsync(), null, maximumDuration, Timeout.InfiniteTimeSpan);
        using var duration = new CancellationTokenSource(maximumDuration, time);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, duration.Token);
        try
        {
            await inject(bounded.Token);
        }
        catch (Exception e)
        {
            await UndoAsync(e);
            if (e is FaultException || cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw new FaultException($"{subject} could not be injected: {e.Message}", e);
        }
    }

    private async Task UndoAsync(Exception cause)
    {
        using var limit = new CancellationTokenSource(FaultLimits.UnattendedRollBack, time);
        try
        {
            await RollBackNowAsync(limit.Token);
            _phase = Phase.NotInjected;
        }
        catch (Exception undo)
        {
            throw new FaultException($"{subject} could not be injected ({cause.Message}), and what was done could not be undone: {undo.Message}", new AggregateException(cause, undo));
        }
    }

    private async Task ExpireAsync()
    {
        using var limit = new CancellationTokenSource(FaultLimits.UnattendedRollBack, time);
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (_phase is Phase.Injected)
            {
                _expired = true;
                await RollBackNowAsync(limit.Token);
            }
        }
#pragma warning disable CA1031 // Nobody waits here: the next call of a verification or of the roll-back reports it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _lastFailure = e;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task RollBackNowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await rollBack(cancellationToken);
            (_phase, _lastFailure) = (Phase.RolledBack, null);
            _expiry?.Dispose();
        }
        catch (Exception e)
        {
            _lastFailure = e;
            throw e is FaultException ? e : new FaultException($"{subject} could not be rolled back: {e.Message}; ask again, or remove the cell, which undoes every fault in it", e);
        }
    }
}
