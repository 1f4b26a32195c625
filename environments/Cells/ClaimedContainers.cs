using System.Collections.Concurrent;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Tells what a fault does to a cell from what happens to it.</summary>
internal sealed class ClaimedContainers
{
    // Containers of pods are the kubelet's: it restarts them, and their own alerts tell of it.
    private const string PodLabel = "io.kubernetes.pod.name";
    private const string FaultRole = "fault";
    private static readonly HashSet<string> Harmful = new(StringComparer.Ordinal) { "die", "oom", "pause", "stop", "destroy" };
    private readonly ConcurrentDictionary<string, bool> _claimed = new();

    /// <summary>Says that what happens to these containers is a fault's doing.</summary>
    public void Add(IEnumerable<string> containerIds)
    {
        foreach (var id in containerIds)
        {
            _claimed[id] = true;
        }
    }

    /// <summary>What a happening means for the cell: what was lost by it, or null where it is harmless, the kubelet's affair, or a fault's.</summary>
    public string? LossIn(ContainerEvent happening, string cell)
    {
        if (!IsLoss(happening))
        {
            return null;
        }

        var exit = happening.Attributes.TryGetValue("exitCode", out var code) ? $", exit code {code}" : "";
        return $"container {happening.Name} of cell {cell}: {happening.Action}{exit}, at {happening.At:HH:mm:ss.fff}, by no fault of the scenario";
    }

    private bool IsLoss(ContainerEvent happening) =>
        Harmful.Contains(happening.Action)
        && !happening.Attributes.ContainsKey(PodLabel)
        && !_claimed.ContainsKey(happening.ContainerId)
        && happening.Attributes.GetValueOrDefault(RunLabels.Role) != FaultRole;
}
