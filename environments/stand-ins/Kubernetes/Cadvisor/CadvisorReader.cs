using NovaCron.Validation.StandIns.Kubernetes.Kubelet;

namespace NovaCron.Validation.StandIns.Kubernetes.Cadvisor;

/// <summary>Reads the cgroups of the kubelet's pods anew at every scrape.</summary>
/// <param name="cgroups">Containers' cgroups.</param>
/// <param name="devices">Pods' network interfaces.</param>
/// <param name="time">Stamps the reading.</param>
internal sealed class CadvisorReader(CgroupFiles cgroups, NetworkDevices devices, TimeProvider time)
{
    private readonly PodCpuLedger ledger = new();

    /// <summary>The metrics of the pods, in Prometheus' text format.</summary>
    public string Read(IReadOnlyList<PodState> pods)
    {
        ledger.Keep(pods.Select(pod => pod.Pod.Uid).ToHashSet());
        return CadvisorExposition.Format([.. pods.OrderBy(pod => pod.Pod.Name, StringComparer.Ordinal).SelectMany(Rows)], time.GetUtcNow());
    }

    private List<CadvisorRow> Rows(PodState state)
    {
        var pod = state.Pod;
        var (sandbox, containers) = state.Snapshot();
        var rows = new List<(string Id, CadvisorRow Row)>();
        if (sandbox is not null && cgroups.Read(sandbox.Id) is { } held)
            rows.Add((sandbox.Id, new CadvisorRow("POD", $"{pod.CgroupPath}/{sandbox.Id}", sandbox.Image, sandbox.EngineName, pod.Namespace, pod.Name, sandbox.StartedAt, held, devices.Read(sandbox.Pid))));
        foreach (var container in containers)
        {
            if (container is { Id: { } id, EngineName: { } name, RunningSince: { } since } && cgroups.Read(id) is { } usage)
                rows.Add((id, new CadvisorRow(container.Name, $"{pod.CgroupPath}/{id}", container.Image, name, pod.Namespace, pod.Name, since, usage, [])));
        }
        if (rows.Count == 0)
            return [];
        var whole = Whole(pod, containers.Count, rows);
        return [whole, .. rows.Select(row => row.Row)];
    }

    /// <summary>The pod's own cgroup: its use is the sum; it is limited when every container is, by the sum.</summary>
    private CadvisorRow Whole(PodSpec pod, int containers, List<(string Id, CadvisorRow Row)> rows)
    {
        var usages = rows.ConvertAll(row => row.Row.Usage);
        var limited = rows.Where(row => row.Row.Container != "POD").Select(row => row.Row.Usage).ToList();
        long SumIfAll(Func<ContainerUsage, long> limit) => limited.Count == containers && limited.TrueForAll(usage => limit(usage) > 0) ? limited.Sum(limit) : 0;
        var usage = new ContainerUsage(
            usages.Sum(one => one.MemoryBytes),
            usages.Sum(one => one.InactiveFileBytes),
            SumIfAll(one => one.MemoryLimitBytes),
            ledger.Add(pod.Uid, rows.Select(row => (row.Id, row.Row.Usage.CpuSeconds))),
            SumIfAll(one => one.CpuQuota),
            usages[0].CpuPeriod,
            0,
            0);
        return new CadvisorRow("", pod.CgroupPath, "", "", pod.Namespace, pod.Name, rows[0].Row.StartedAt, usage, []);
    }
}
