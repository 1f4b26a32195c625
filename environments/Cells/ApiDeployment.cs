using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>The Kubernetes objects of the NovaCron API: a Deployment and the Services in front of it.</summary>
internal static class ApiDeployment
{
    private static readonly Dictionary<string, string> PodLabels = new() { ["app"] = "novacron", ["component"] = "api" };

    public static object Service(string name, int port, string protocol) => new
    {
        apiVersion = "v1",
        kind = "Service",
        metadata = new { name, @namespace = CellNames.Namespace, labels = PodLabels },
        spec = new { selector = PodLabels, clusterIP = "None", ports = new[] { new { name = "main", port, protocol } } },
    };

    public static object Deployment(string image, int replicas, string cpu, ImmutableSortedDictionary<string, string> environment, bool isStandIn) => new
    {
        apiVersion = "apps/v1",
        kind = "Deployment",
        metadata = new { name = CellNames.Api, @namespace = CellNames.Namespace, labels = PodLabels },
        spec = new
        {
            replicas,
            selector = new { matchLabels = PodLabels },
            template = new
            {
                metadata = new { labels = PodLabels },
                spec = new { containers = new[] { Container(image, cpu, environment, isStandIn) } },
            },
        },
    };

    private static object Container(string image, string cpu, ImmutableSortedDictionary<string, string> environment, bool isStandIn) => new
    {
        name = CellNames.Api,
        image,
        args = isStandIn ? new[] { "api" } : [],
        env = environment.Select(v => new { name = v.Key, value = v.Value }).ToArray(),
        ports = new object[]
        {
            new { name = "http", containerPort = CellNames.ApiPort, protocol = "TCP" },
            new { name = "metrics", containerPort = CellNames.MetricsPort, protocol = "TCP" },
            new { name = "dwcp", containerPort = CellNames.DwcpPort, protocol = "UDP" },
        },
        resources = new { limits = new { cpu, memory = "256Mi" } },
    };
}
