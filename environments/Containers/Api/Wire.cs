using System.Text.Json;
using System.Text.Json.Serialization;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>The engine's JSON: only the members that the suite reads, under the engine's own names.</summary>
internal static class Wire
{
    /// <summary>How the engine's JSON is read and written: its own names, nulls left out.</summary>
    public static JsonSerializerOptions Options { get; } = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public sealed record VersionAnswer(string? Version, string? ApiVersion, string? MinAPIVersion, VersionComponent[]? Components);

    public sealed record VersionComponent(string? Name);

    public sealed record Info(string? OperatingSystem, string? KernelVersion, string? Architecture, int NCPU, long MemTotal, string? CgroupVersion, string? Driver, int ContainersRunning);

    public sealed record Message([property: JsonPropertyName("message")] string? Text);

    public sealed record Created(string Id);

    public sealed record Inspection(string Id, string Name, ContainerState State, ContainerConfig? Config, HostConfig? HostConfig, NetworkSettings? NetworkSettings);

    public sealed record ContainerState(string Status, int ExitCode, int Pid, bool OOMKilled, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, Health? Health);

    public sealed record Health(string? Status);

    public sealed record ContainerConfig(Dictionary<string, string>? Labels);

    public sealed record HostConfig(string? NetworkMode, int CpuShares);

    public sealed record NetworkSettings(Dictionary<string, PortBinding[]?>? Ports, Dictionary<string, Endpoint>? Networks);

    public sealed record PortBinding(string? HostIp, string? HostPort);

    public sealed record Endpoint(string? NetworkID, string? IPAddress);

    public sealed record ContainerItem(string Id, string[]? Names, string State, Dictionary<string, string>? Labels, HostConfig? HostConfig, NetworkSettings? NetworkSettings);

    public sealed record NetworkItem(string Id, string Name, Dictionary<string, string>? Labels, Dictionary<string, object>? Containers);

    public sealed record ExecInspection(bool Running, int? ExitCode);

    public sealed record WaitAnswer(int StatusCode);

    public sealed record Event(
        [property: JsonPropertyName("timeNano")] long TimeNano,
        [property: JsonPropertyName("Action")] string? Action,
        [property: JsonPropertyName("Actor")] EventActor? Actor);

    public sealed record EventActor([property: JsonPropertyName("ID")] string? Id, Dictionary<string, string>? Attributes);

    public sealed record Progress(
        [property: JsonPropertyName("stream")] string? Stream,
        [property: JsonPropertyName("status")] string? Status,
        [property: JsonPropertyName("error")] string? Error);
}
