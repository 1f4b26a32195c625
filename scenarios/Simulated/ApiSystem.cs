using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Simulation;

namespace NovaCron.Validation.Scenarios.Simulated;

/// <summary>NovaCron's API as Prometheus scrapes it: two pods, each with its own metrics, and what cAdvisor and kube-state-metrics tell of them.</summary>
internal static class ApiSystem
{
    private const string Container = "container";
    private static readonly ImmutableArray<string> Pods = ["novacron-api-6f7c8d9b5-x2x4q", "novacron-api-6f7c8d9b5-m7k2p"];

    /// <summary>What the pods expose themselves: requests by status, durations by route, DWCP.</summary>
    public static SimulatedSystem Itself { get; } = new()
    {
        Targets = [.. Pods.Select((pod, i) => Pod(pod).With("job", "novacron-api").With("instance", $"10.0.0.{i + 1}:9090"))],
        Series = ImmutableSortedDictionary<string, ImmutableArray<SeriesLabels>>.Empty
            .Add("http_requests_total", [Request("500"), Request("503"), Request("200"), Request("404")])
            .Add("http_request_duration_seconds_bucket", [SeriesLabels.Of(("method", "GET"), ("path", "/api/v1/vms"))]),
        Denominator = 100,
    };

    /// <summary>What kube-state-metrics tells of the containers; its own job's name, the pods' own labels.</summary>
    public static SimulatedSystem KubeState { get; } = new()
    {
        Targets = [.. Pods.Select(pod => Pod(pod).With("job", "kube-state-metrics").With("instance", "10.0.1.1:8080").With(Container, "novacron-api").With("uid", pod))],
    };

    /// <summary>
    /// What cAdvisor tells of the containers, and of each pod beside them: the pod's own cgroup, which has what its container has, and its sandbox, which uses
    /// next to nothing and has neither a limit nor a quota.
    /// </summary>
    /// <param name="denominator">A container's limit or quota, in the metric's unit.</param>
    public static SimulatedSystem Cadvisor(double denominator)
    {
        var containers = Pods.Select((pod, i) => Cgroup(pod, i).With(Container, "novacron-api").With("name", $"k8s_novacron-api_{pod}_novacron_0")).ToImmutableArray();
        return new SimulatedSystem
        {
            Targets = containers,
            Series = ImmutableSortedDictionary<string, ImmutableArray<SeriesLabels>>.Empty.Add(CpuUsage, [Total]),
            Bystanders = [.. Pods.SelectMany((pod, i) => Beside(Cgroup(pod, i), containers[i]))],
            Denominator = denominator,
        };
    }

    private const string CpuUsage = "container_cpu_usage_seconds_total";
    private const string WorkingSet = "container_memory_working_set_bytes";
    private const string MemoryLimit = "container_spec_memory_limit_bytes";
    private const string CpuQuota = "container_spec_cpu_quota";
    private const double SandboxBytes = 500_000;
    private static readonly SeriesLabels Total = SeriesLabels.Of(("cpu", "total"));

    private static IEnumerable<Bystander> Beside(SeriesLabels pod, SeriesLabels container)
    {
        var sandbox = pod.With(Container, "POD");
        return
        [
            new(CpuUsage, pod.With(Total)) { Mirrors = container.With(Total) },
            new(WorkingSet, pod) { Mirrors = container },
            new(MemoryLimit, pod) { Mirrors = container },
            new(CpuQuota, pod) { Mirrors = container },
            new(CpuUsage, sandbox.With(Total)),
            new(WorkingSet, sandbox) { Level = SandboxBytes },
            new(MemoryLimit, sandbox),
        ];
    }

    private static SeriesLabels Pod(string name) => SeriesLabels.Of(("namespace", "novacron"), ("pod", name));

    private static SeriesLabels Cgroup(string pod, int node) => Pod(pod).With("job", "kubernetes-cadvisor").With("instance", $"node-{node + 1}");

    private static SeriesLabels Request(string status) => SeriesLabels.Of(("method", "GET"), ("path", "/api/v1/vms"), ("status", status));
}
