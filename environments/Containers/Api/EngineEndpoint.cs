namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>Where an engine listens.</summary>
/// <param name="Text">The address as the user knows it, <c>unix:///path</c> or <c>tcp://host:port</c>.</param>
/// <param name="SocketPath">Path of the Unix socket; null for TCP.</param>
/// <param name="Host">Host for TCP; null for a socket.</param>
/// <param name="Port">Port for TCP; 0 for a socket.</param>
internal sealed record EngineEndpoint(string Text, string? SocketPath, string? Host, int Port)
{
    private const int DefaultTcpPort = 2375;

    /// <summary>Reads an address.</summary>
    /// <exception cref="EngineException">It is of a kind that the suite cannot use.</exception>
    public static EngineEndpoint Parse(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            switch (uri.Scheme)
            {
                case "unix" when uri.AbsolutePath.Length > 1:
                    return Socket(Uri.UnescapeDataString(uri.AbsolutePath));
                case "tcp" or "http" when uri.Host.Length > 0:
                    return new EngineEndpoint(text, null, uri.Host, uri.Port > 0 ? uri.Port : DefaultTcpPort);
            }
        }

        throw new EngineException($"Cannot use the container engine address '{text}' (DOCKER_HOST): only unix:///path and tcp://host:port are supported. Set DOCKER_HOST to one of these, or unset it.");
    }

    /// <summary>An endpoint at a Unix socket.</summary>
    public static EngineEndpoint Socket(string path) => new($"unix://{path}", path, null, 0);

    /// <summary>Where to look, in order: <c>DOCKER_HOST</c> alone when it is set, else the sockets that Docker and Podman use.</summary>
    /// <param name="variable">Looks an environment variable up.</param>
    /// <exception cref="EngineException"><c>DOCKER_HOST</c> names something that the suite cannot use.</exception>
    public static IReadOnlyList<EngineEndpoint> Candidates(Func<string, string?> variable)
    {
        if (variable("DOCKER_HOST") is { Length: > 0 } host)
        {
            var endpoint = Parse(host);
            return endpoint.SocketPath is null && variable("DOCKER_TLS_VERIFY") is { Length: > 0 }
                ? throw new EngineException($"Cannot use the container engine at {host}: DOCKER_TLS_VERIFY is set and TLS is not supported. Use a Unix socket, for instance one forwarded with `ssh -L`.")
                : [endpoint];
        }

        var paths = new List<string> { "/var/run/docker.sock", "/run/docker.sock" };
        if (variable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime)
        {
            paths.Add($"{runtime}/docker.sock");
            paths.Add($"{runtime}/podman/podman.sock");
        }

        if (variable("HOME") is { Length: > 0 } home)
        {
            paths.Add($"{home}/.docker/run/docker.sock");
        }

        paths.Add("/run/podman/podman.sock");
        return [.. paths.Select(Socket)];
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
