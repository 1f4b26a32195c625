using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Metrics;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes.Metrics;

public sealed class KubeStateMetricsTests
{
    [Fact]
    public void Tells_restarts_and_phase_as_the_API_has_them()
    {
        var store = new ResourceStore(new ManualTime());
        store.Create(ResourceKind.Pods, "novacron", "a", JsonNode.Parse("""
            {"metadata":{"uid":"u"},"status":{"phase":"Running","containerStatuses":[{"name":"api","restartCount":3,"ready":false,"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}}
            """)!.AsObject());

        var lines = KubeStateMetrics.Format(store).Split('\n');

        lines.Should().Contain("""kube_pod_container_status_restarts_total{namespace="novacron",pod="a",uid="u",container="api"} 3""")
            .And.Contain("""kube_pod_status_phase{namespace="novacron",pod="a",uid="u",phase="Running"} 1""")
            .And.Contain("""kube_pod_status_phase{namespace="novacron",pod="a",uid="u",phase="Pending"} 0""")
            .And.Contain("""kube_pod_container_status_ready{namespace="novacron",pod="a",uid="u",container="api"} 0""")
            .And.Contain("""kube_pod_container_status_waiting_reason{namespace="novacron",pod="a",uid="u",container="api",reason="CrashLoopBackOff"} 1""");
        KubeStateMetrics.Format(new ResourceStore(new ManualTime())).Should().NotContain("{");
    }
}
