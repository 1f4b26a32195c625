using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Containers.Waits;

/// <summary>Holds once a command run inside exits with 0.</summary>
internal sealed record CommandWait(ImmutableArray<string> Command, TimeSpan Timeout) : WaitStrategy(Timeout)
{
    /// <inheritdoc/>
    public override string Describe() => $"`{string.Join(' ', Command)}` to exit with 0 inside";

    /// <inheritdoc/>
    public override async Task<bool> CheckAsync(Container container, CancellationToken cancellationToken) =>
        (await container.ExecAsync(Command, cancellationToken)).ExitCode == 0;
}
