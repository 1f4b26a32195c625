using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Images;

/// <summary>The images that cells are made of. Each name is a folder below <c>environments/images</c> with a Dockerfile.</summary>
public static class ImageCatalogue
{
    /// <summary>Prometheus and promtool.</summary>
    public const string Prometheus = "prometheus";

    /// <summary>Alertmanager and amtool.</summary>
    public const string Alertmanager = "alertmanager";

    /// <summary>PostgreSQL.</summary>
    public const string Postgres = "postgres";

    /// <summary>PostgreSQL exporter.</summary>
    public const string PostgresExporter = "postgres-exporter";

    /// <summary>Redis.</summary>
    public const string Redis = "redis";

    /// <summary>Redis exporter.</summary>
    public const string RedisExporter = "redis-exporter";

    /// <summary>HAProxy, the one way into a cell.</summary>
    public const string Gateway = "gateway";

    /// <summary>nftables and iproute2 for network faults.</summary>
    public const string NetworkTools = "network-tools";

    /// <summary>The stand-ins: NovaCron API, Kubernetes, receivers, a long way; and the reaper.</summary>
    public const string StandIns = "stand-ins";

    /// <summary>The application image that pods run; the stand-ins unless <c>--image novacron-api=…</c> names a real one.</summary>
    public const string NovaCronApi = "novacron-api";

    /// <summary>Every image that is built here.</summary>
    public static ImmutableArray<string> Built { get; } =
        [Prometheus, Alertmanager, Postgres, PostgresExporter, Redis, RedisExporter, Gateway, NetworkTools, StandIns];
}

/// <summary>References of images that are there, by catalogue name.</summary>
/// <param name="References">Reference, <c>repository:tag</c>, by catalogue name.</param>
public sealed record ImageSet(ImmutableSortedDictionary<string, string> References)
{
    /// <summary>The reference of one image.</summary>
    /// <exception cref="KeyNotFoundException">The name is not in the catalogue.</exception>
    public string this[string name] => References[name];
}
