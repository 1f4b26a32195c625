namespace NovaCron.Validation.Environments.Containers.Waits;

/// <summary>Holds once a GET of a published port answers with a status from 200 to 299.</summary>
internal sealed record HttpWait(int Port, string Path, TimeSpan Timeout) : WaitStrategy(Timeout)
{
    /// <inheritdoc/>
    public override string Describe() => $"GET :{Port}{Path} to answer 2xx";

    /// <inheritdoc/>
    public override async Task<bool> CheckAsync(Container container, CancellationToken cancellationToken)
    {
        var ports = (await container.InspectAsync(cancellationToken)).PublishedPorts;
        if (!ports.TryGetValue(Port, out var published))
        {
            throw new EngineException($"Cannot wait for GET :{Port}{Path} of {container}: the port is not published. Add WithPortBinding({Port}), or wait for the port with Wait.ForPort.");
        }

        try
        {
            using var response = await container.Engine.Probes.GetAsync(new Uri($"http://127.0.0.1:{published}{Path}"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
