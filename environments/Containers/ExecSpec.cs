namespace NovaCron.Validation.Environments.Containers;

/// <summary>A command to run inside a container.</summary>
/// <param name="Command">Program and arguments, without a shell.</param>
public sealed record ExecSpec(IReadOnlyList<string> Command)
{
    /// <summary>The user to run as; null for the container's own.</summary>
    public string? User { get; init; }

    /// <summary>Longest time from start to end, wall time; null for <see cref="EngineTimeouts.Exec"/>.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>What a command in a container did.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Stdout">Standard output.</param>
/// <param name="Stderr">Standard error.</param>
public sealed record ExecResult(int ExitCode, string Stdout, string Stderr);
