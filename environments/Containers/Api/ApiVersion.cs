using System.Globalization;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>A version of the Docker Engine API.</summary>
internal readonly record struct ApiVersion(int Major, int Minor) : IComparable<ApiVersion>
{
    /// <summary>The newest version whose answers this client knows; Docker Engine 27.</summary>
    public static ApiVersion Highest => new(1, 47);

    /// <summary>Reads <c>1.41</c>; null when the text is something else.</summary>
    public static ApiVersion? TryParse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new ApiVersion(major, minor)
            : null;
    }

    /// <summary>The newest version that both sides speak.</summary>
    /// <param name="version">What the engine answered to <c>GET /version</c>.</param>
    /// <param name="endpoint">Where, for the message.</param>
    /// <exception cref="EngineException">The answer has no version, or the engine no longer speaks one that this client knows.</exception>
    public static ApiVersion Negotiate(Wire.VersionAnswer version, EngineEndpoint endpoint)
    {
        if (TryParse(version.ApiVersion) is not { } newest)
        {
            throw new EngineException($"What answers at {endpoint} is no container engine: GET /version returned no ApiVersion. Point DOCKER_HOST at a Docker or Podman socket.");
        }

        var chosen = newest.CompareTo(Highest) < 0 ? newest : Highest;
        if (TryParse(version.MinAPIVersion) is { } oldest && chosen.CompareTo(oldest) < 0)
        {
            throw new EngineException($"The engine at {endpoint} (version {version.Version}) speaks API {oldest} to {newest}, this suite up to {Highest}. Use an engine that still speaks {Highest}, or update the suite.");
        }

        return chosen;
    }

    /// <inheritdoc/>
    public int CompareTo(ApiVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
