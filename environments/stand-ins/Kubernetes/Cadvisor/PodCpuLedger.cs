namespace NovaCron.Validation.StandIns.Kubernetes.Cadvisor;

/// <summary>
/// Adds up a pod's CPU time over all containers it ever had, as the pod's own cgroup would: the engine gives pods no cgroup of their own,
/// and the time of a container that is gone must not be taken back, or a counter would fall.
/// </summary>
internal sealed class PodCpuLedger
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, double>> secondsByPod = new(StringComparer.Ordinal);

    /// <summary>Takes in what containers have used so far and returns the pod's sum, seconds.</summary>
    /// <param name="pod">Identifier of the pod.</param>
    /// <param name="seconds">CPU time by container identifier.</param>
    public double Add(string pod, IEnumerable<(string Container, double Seconds)> seconds)
    {
        lock (gate)
        {
            if (!secondsByPod.TryGetValue(pod, out var known))
                known = secondsByPod[pod] = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var (container, used) in seconds)
                known[container] = Math.Max(used, known.GetValueOrDefault(container));
            return known.Values.Sum();
        }
    }

    /// <summary>Forgets the pods that are not among these.</summary>
    public void Keep(IReadOnlySet<string> pods)
    {
        lock (gate)
        {
            foreach (var gone in secondsByPod.Keys.Where(pod => !pods.Contains(pod)).ToList())
                secondsByPod.Remove(gone);
        }
    }
}
