using System.Globalization;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>Turns the engine's words on a container into ours.</summary>
internal static class Inspections
{
    private const string SharedNamespace = "container:";

    /// <summary>What the suite reads of an inspection.</summary>
    public static ContainerInspection Of(Wire.Inspection wire) => new(wire.State.Status, wire.State.ExitCode, wire.State.Pid, Addresses(wire), Ports(wire))
    {
        Id = wire.Id,
        Name = wire.Name.TrimStart('/'),
        OomKilled = wire.State.OOMKilled,
        Health = wire.State.Health?.Status,
        StartedAt = UnlessNever(wire.State.StartedAt),
        FinishedAt = UnlessNever(wire.State.FinishedAt),
        CpuShares = wire.HostConfig is { CpuShares: > 0 and var shares } ? shares : ContainerInspection.DefaultCpuShares,
        Labels = wire.Config?.Labels ?? [],
    };

    /// <summary>Identifiers of the networks that a container is on; none when it shares another's namespace.</summary>
    public static IEnumerable<string> NetworkIds(Wire.NetworkSettings? settings) =>
        (settings?.Networks ?? []).Select(network => network.Value.NetworkID is { Length: > 0 } id ? id : network.Key);

    /// <summary>Whether a container lives in another one's network namespace, and thus has no endpoint of its own.</summary>
    public static bool SharesNamespace(Wire.HostConfig? config) =>
        config?.NetworkMode?.StartsWith(SharedNamespace, StringComparison.Ordinal) ?? false;

    private static Dictionary<string, string> Addresses(Wire.Inspection wire) =>
        (wire.NetworkSettings?.Networks ?? [])
            .Where(network => network.Value.IPAddress is { Length: > 0 })
            .ToDictionary(network => network.Key, network => network.Value.IPAddress!);

    private static Dictionary<int, int> Ports(Wire.Inspection wire) =>
        (wire.NetworkSettings?.Ports ?? [])
            .Where(port => port.Key.EndsWith("/tcp", StringComparison.Ordinal) && port.Value is [{ HostPort.Length: > 0 }, ..])
            .ToDictionary(port => Number(port.Key[..^"/tcp".Length]), port => Number(port.Value![0].HostPort!));

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    // The engine writes the year 1 for a time that has not come.
    private static DateTimeOffset? UnlessNever(DateTimeOffset? time) => time is { Year: > 1 } ? time : null;
}
