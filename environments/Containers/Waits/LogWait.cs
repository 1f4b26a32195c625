using System.Text.RegularExpressions;

namespace NovaCron.Validation.Environments.Containers.Waits;

/// <summary>Holds once the output has a match.</summary>
internal sealed record LogWait(Regex Pattern, TimeSpan Timeout) : WaitStrategy(Timeout)
{
    /// <inheritdoc/>
    public override string Describe() => $"output that matches /{Pattern}/";

    /// <inheritdoc/>
    public override async Task<bool> CheckAsync(Container container, CancellationToken cancellationToken) =>
        Pattern.IsMatch(await container.LogsAsync(int.MaxValue, cancellationToken));
}
