namespace NovaCron.Validation.FaultInjectors;

/// <summary>
/// A real disturbance with a bounded life: injected, verified at the faulted system itself, rolled back, verified gone.
/// Every member may be called again after a failure; <see cref="RollBackAsync"/> is idempotent.
/// </summary>
public interface IFault : IAsyncDisposable
{
    /// <summary>Name of the fault kind, e.g. <c>dwcp-packet-loss</c>.</summary>
    string Name { get; }

    /// <summary>Longest time that the fault may last, wall time; it rolls itself back when this has passed.</summary>
    TimeSpan MaximumDuration { get; }

    /// <summary>Identifiers of containers whose death, pause or restart belongs to the fault.</summary>
    IReadOnlyCollection<string> Targets { get; }

    /// <summary>Starts the disturbance.</summary>
    /// <exception cref="FaultException">It could not be injected.</exception>
    Task InjectAsync(CancellationToken cancellationToken);

    /// <summary>Waits until the faulted system itself shows the effect, and returns the proof. May be called again while the fault lasts: it then proves that the effect still holds.</summary>
    /// <exception cref="FaultException">No effect within the fault's own time, or the effect was lost.</exception>
    Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken);

    /// <summary>Ends the disturbance.</summary>
    /// <exception cref="FaultException">It could not be ended.</exception>
    Task RollBackAsync(CancellationToken cancellationToken);

    /// <summary>Waits until the faulted system itself shows that the effect is gone, and returns the proof.</summary>
    /// <exception cref="FaultException">The effect is still there.</exception>
    Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken);
}

/// <summary>Proof from the faulted system itself (its counters, its kernel, its process table).</summary>
/// <param name="At">When the effect was there (or gone) for certain.</param>
/// <param name="Evidence">What was read, where, and its value.</param>
public sealed record FaultEffect(DateTimeOffset At, string Evidence);

/// <summary>A fault could not be injected, took no effect, lost it, or could not be rolled back; the message says which, on what, and what came back.</summary>
public sealed class FaultException : Exception
{
    /// <summary>Creates the exception.</summary>
    public FaultException(string message) : base(message) { }

    /// <summary>Creates the exception with its cause.</summary>
    public FaultException(string message, Exception? innerException) : base(message, innerException) { }
}
