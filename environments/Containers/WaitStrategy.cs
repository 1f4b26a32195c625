namespace NovaCron.Validation.Environments.Containers;

/// <summary>A condition that a started container must reach within a time of its own.</summary>
/// <param name="Timeout">Longest wait, wall time.</param>
public abstract record WaitStrategy(TimeSpan Timeout)
{
    /// <summary>What is waited for, as an error message names it.</summary>
    public abstract string Describe();

    /// <summary>Whether the condition holds now. Asked again and again while the container runs.</summary>
    /// <param name="container">The running container.</param>
    /// <param name="cancellationToken">Ends the question when the wait is over.</param>
    /// <exception cref="EngineException">It can never hold, or the engine failed.</exception>
    public abstract Task<bool> CheckAsync(Container container, CancellationToken cancellationToken);

    /// <summary>The same condition with another timeout.</summary>
    /// <param name="timeout">Longest wait, wall time.</param>
    public WaitStrategy WithTimeout(TimeSpan timeout) => this with { Timeout = timeout };
}
