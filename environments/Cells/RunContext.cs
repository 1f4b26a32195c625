using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>What all cells of a run share.</summary>
public sealed record RunContext
{
    /// <summary>The run's identifier.</summary>
    public required string RunId { get; init; }

    /// <summary>The engine.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>Images to use.</summary>
    public required ImageSet Images { get; init; }

    /// <summary>Certificate authority of the run.</summary>
    public required CertificateAuthority Authority { get; init; }

    /// <summary>The network that gateways publish their ports from.</summary>
    public required Network Outside { get; init; }

    /// <summary>The engine's socket on its host; the kubelet stand-in works through it.</summary>
    public required string EngineSocket { get; init; }

    /// <summary>Token of the service account that Prometheus shows to the Kubernetes API.</summary>
    public required string ServiceAccountToken { get; init; }

    /// <summary>Start of every container's and network's name.</summary>
    public string NamePrefix => $"nv-{RunId}";
}
