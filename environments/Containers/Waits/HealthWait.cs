namespace NovaCron.Validation.Environments.Containers.Waits;

/// <summary>Holds once the image's health check says healthy.</summary>
internal sealed record HealthWait(TimeSpan Timeout) : WaitStrategy(Timeout)
{
    /// <inheritdoc/>
    public override string Describe() => "its health check to say healthy";

    /// <inheritdoc/>
    public override async Task<bool> CheckAsync(Container container, CancellationToken cancellationToken)
    {
        var health = (await container.InspectAsync(cancellationToken)).Health;
        return health is null or "none"
            ? throw new EngineException($"Cannot wait for {container} to be healthy: its image has no health check. Wait for a port, a log line or a command instead.")
            : health == "healthy";
    }
}
