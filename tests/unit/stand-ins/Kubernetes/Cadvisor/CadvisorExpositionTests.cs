using NovaCron.Validation.StandIns.Kubernetes.Cadvisor;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes.Cadvisor;

public sealed class CadvisorExpositionTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123);
    private static readonly string[] Lines = CadvisorExposition.Format(
    [
        Row("", "/kubepods/podU", "", "", new ContainerUsage(1500, 300, 2000, 3.5, 25000, 100000, 0, 0)),
        Row("POD", "/kubepods/podU/s", "pause:1", "k8s_POD_p", new ContainerUsage(500, 0, 0, 1, 0, 100000, 0, 0), new InterfaceTraffic("eth0", 10, 20)),
        Row("api", "/kubepods/podU/a", "api:1", "k8s_api_p", new ContainerUsage(1000, 300, 2000, 2.5, 25000, 100000, 7, 3)),
    ], At).Split('\n');

    [Fact]
    public void Tells_of_container_pod_and_sandbox()
    {
        Lines.Should().Contain("""container_memory_working_set_bytes{container="api",id="/kubepods/podU/a",image="api:1",name="k8s_api_p",namespace="novacron",pod="p"} 700 1700000000123""")
            .And.Contain("""container_memory_working_set_bytes{container="",id="/kubepods/podU",image="",name="",namespace="novacron",pod="p"} 1200 1700000000123""")
            .And.Contain("""container_cpu_usage_seconds_total{container="api",cpu="total",id="/kubepods/podU/a",image="api:1",name="k8s_api_p",namespace="novacron",pod="p"} 2.5 1700000000123""")
            .And.Contain("""container_network_receive_bytes_total{container="POD",id="/kubepods/podU/s",image="pause:1",interface="eth0",name="k8s_POD_p",namespace="novacron",pod="p"} 10 1700000000123""");
    }

    [Fact]
    public void A_specification_has_no_timestamp_and_the_sandbox_no_limit()
    {
        Lines.Should().Contain("""container_spec_memory_limit_bytes{container="POD",id="/kubepods/podU/s",image="pause:1",name="k8s_POD_p",namespace="novacron",pod="p"} 0""")
            .And.Contain("""container_spec_cpu_quota{container="api",id="/kubepods/podU/a",image="api:1",name="k8s_api_p",namespace="novacron",pod="p"} 25000""");
        Lines.Where(line => line.StartsWith("container_spec_cpu_quota{", StringComparison.Ordinal)).Should().HaveCount(2).And.NotContain(line => line.Contains("POD", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_family_is_announced_once_and_every_sample_belongs_to_the_latest()
    {
        var families = Lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToList();
        families.Should().OnlyHaveUniqueItems();
        var current = "";
        foreach (var line in Lines.Where(line => line.Length > 0))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
                current = line.Split(' ')[2];
            else if (!line.StartsWith('#'))
                line.Split('{')[0].Should().Be(current);
        }
    }

    [Fact]
    public void Reads_network_devices_but_not_the_loopback()
    {
        const string File = "Inter-|   Receive | Transmit\n face |bytes packets errs drop fifo frame compressed multicast|bytes packets\n    lo:     100       1    0    0    0     0          0         0      100       1\n  eth0:    1234      12    0    0    0     0          0         0     4321      34    0    0    0     0       0          0\n";

        NetworkDevices.Parse(File).Should().Equal(new InterfaceTraffic("eth0", 1234, 4321));
        new NetworkDevices("/nowhere").Read(1).Should().BeEmpty();
    }

    [Fact]
    public void A_pods_CPU_time_does_not_fall_when_a_container_goes()
    {
        var ledger = new PodCpuLedger();

        ledger.Add("u", [("sandbox", 1), ("api-0", 5)]).Should().Be(6);
        ledger.Add("u", [("sandbox", 1), ("api-1", 0.5)]).Should().Be(6.5);
        ledger.Keep(new HashSet<string>());
        ledger.Add("u", [("api-1", 0.5)]).Should().Be(0.5);
    }

    private static CadvisorRow Row(string container, string id, string image, string name, ContainerUsage usage, params InterfaceTraffic[] traffic) =>
        new(container, id, image, name, "novacron", "p", At, usage, traffic);
}
