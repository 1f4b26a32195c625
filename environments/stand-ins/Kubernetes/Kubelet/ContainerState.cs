using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Kubelet;

/// <summary>How a container ended.</summary>
/// <param name="Id">The engine's identifier.</param>
/// <param name="ExitCode">Exit code.</param>
/// <param name="OutOfMemory">Whether the kernel killed it for want of memory.</param>
/// <param name="StartedAt">When it had started.</param>
/// <param name="FinishedAt">When it ended.</param>
internal sealed record ContainerEnd(string Id, int ExitCode, bool OutOfMemory, DateTimeOffset StartedAt, DateTimeOffset FinishedAt)
{
    /// <summary>As in a pod's status.</summary>
    public JsonObject ToJson() => new()
    {
        ["terminated"] = new JsonObject
        {
            ["exitCode"] = ExitCode,
            ["reason"] = OutOfMemory ? "OOMKilled" : ExitCode == 0 ? "Completed" : "Error",
            ["startedAt"] = Json.Timestamp(StartedAt),
            ["finishedAt"] = Json.Timestamp(FinishedAt),
            ["containerID"] = $"docker://{Id}",
        },
    };
}

/// <summary>What the kubelet knows of one container of a pod.</summary>
/// <param name="Name">Name in the pod.</param>
/// <param name="Image">Image as the pod names it.</param>
internal sealed record ContainerState(string Name, string Image)
{
    /// <summary>The engine's identifier of the latest one; null before the first.</summary>
    public string? Id { get; init; }

    /// <summary>dockershim's name of the latest one, without the prefix.</summary>
    public string? EngineName { get; init; }

    /// <summary>Identifier of its image.</summary>
    public string ImageId { get; init; } = "";

    /// <summary>How often it was restarted.</summary>
    public int RestartCount { get; init; }

    /// <summary>When the latest one started; null while none runs.</summary>
    public DateTimeOffset? RunningSince { get; init; }

    /// <summary>Why it waits, and for people; null when it does not wait.</summary>
    public (string Reason, string Message)? Waiting { get; init; } = ("ContainerCreating", "");

    /// <summary>How the latest one that ended did so.</summary>
    public ContainerEnd? LastEnd { get; init; }

    /// <summary>As in a pod's status.</summary>
    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["state"] = Waiting is { } waiting ? new JsonObject { ["waiting"] = WaitingJson(waiting) }
            : RunningSince is { } since ? new JsonObject { ["running"] = new JsonObject { ["startedAt"] = Json.Timestamp(since) } }
            : LastEnd?.ToJson() ?? [],
        ["lastState"] = LastEnd is { } end && (Waiting is not null || RunningSince is not null) ? end.ToJson() : new JsonObject(),
        ["ready"] = RunningSince is not null,
        ["started"] = RunningSince is not null,
        ["restartCount"] = RestartCount,
        ["image"] = Image,
        ["imageID"] = ImageId.Length == 0 ? "" : $"docker://{ImageId}",
        ["containerID"] = Id is null ? "" : $"docker://{Id}",
    };

    private static JsonObject WaitingJson((string Reason, string Message) waiting)
    {
        var json = new JsonObject { ["reason"] = waiting.Reason };
        if (waiting.Message.Length > 0)
            json["message"] = waiting.Message;
        return json;
    }
}
