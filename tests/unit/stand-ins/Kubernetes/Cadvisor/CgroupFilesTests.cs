using NovaCron.Validation.StandIns.Kubernetes.Cadvisor;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes.Cadvisor;

public sealed class CgroupFilesTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("cgroup");

    public void Dispose() => root.Delete(recursive: true);

    [Theory]
    [InlineData("docker/abc", "cpu,cpuacct", "cpu,cpuacct")]
    [InlineData("system.slice/docker-abc.scope", "cpu,cpuacct", "cpu,cpuacct")]
    [InlineData("docker/abc", "cpu", "cpuacct")]
    public void Reads_version_1(string path, string cpu, string cpuacct)
    {
        WriteVersion1(path, cpu, cpuacct, limit: "134217728", quota: "25000");

        new CgroupFiles(root.FullName).Read("abc").Should().Be(new ContainerUsage(1000, 300, 134217728, 2.5, 25000, 100000, 7, 3));
    }

    [Theory]
    [InlineData("9223372036854771712")]
    [InlineData("18446744073709551615")]
    public void In_version_1_no_limit_is_0(string limit)
    {
        WriteVersion1("docker/abc", "cpu,cpuacct", "cpu,cpuacct", limit, quota: "-1");

        var usage = new CgroupFiles(root.FullName).Read("abc")!;
        (usage.MemoryLimitBytes, usage.CpuQuota).Should().Be((0, 0));
    }

    [Theory]
    [InlineData("docker/abc")]
    [InlineData("system.slice/docker-abc.scope")]
    public void Reads_version_2(string path)
    {
        WriteVersion2(path, "134217728", "25000 100000");

        new CgroupFiles(root.FullName).Read("abc").Should().Be(new ContainerUsage(1000, 300, 134217728, 2.5, 25000, 100000, 7, 3));
    }

    [Fact]
    public void In_version_2_no_limit_is_0()
    {
        WriteVersion2("docker/abc", "max", "max 100000");

        var usage = new CgroupFiles(root.FullName).Read("abc")!;
        (usage.MemoryLimitBytes, usage.CpuQuota, usage.CpuPeriod).Should().Be((0, 0, 100000));
    }

    [Fact]
    public void A_container_that_is_gone_has_no_usage()
    {
        WriteVersion1("docker/abc", "cpu,cpuacct", "cpu,cpuacct", "1", "1");
        var files = new CgroupFiles(root.FullName);

        files.Read("abd").Should().BeNull();
        File.Delete(Path.Combine(root.FullName, "memory/docker/abc/memory.stat"));
        files.Read("abc").Should().BeNull();
    }

    [Fact]
    public void The_working_set_is_never_below_0() =>
        new ContainerUsage(100, 300, 0, 0, 0, 100000, 0, 0).WorkingSetBytes.Should().Be(0);

    private void WriteVersion1(string path, string cpu, string cpuacct, string limit, string quota)
    {
        Write($"memory/{path}/memory.usage_in_bytes", "1000\n");
        Write($"memory/{path}/memory.limit_in_bytes", limit + "\n");
        Write($"memory/{path}/memory.stat", "cache 900\ninactive_file 1\ntotal_inactive_file 300\n");
        Write($"{cpuacct}/{path}/cpuacct.usage", "2500000000\n");
        Write($"{cpu}/{path}/cpu.cfs_quota_us", quota + "\n");
        Write($"{cpu}/{path}/cpu.cfs_period_us", "100000\n");
        Write($"{cpu}/{path}/cpu.stat", "nr_periods 7\nnr_throttled 3\nthrottled_time 5\n");
    }

    private void WriteVersion2(string path, string limit, string quota)
    {
        Write("cgroup.controllers", "cpu memory\n");
        Write($"{path}/memory.current", "1000\n");
        Write($"{path}/memory.max", limit + "\n");
        Write($"{path}/memory.stat", "anon 5\ninactive_file 300\n");
        Write($"{path}/cpu.max", quota + "\n");
        Write($"{path}/cpu.stat", "usage_usec 2500000\nnr_periods 7\nnr_throttled 3\n");
    }

    private void Write(string path, string content)
    {
        var file = new FileInfo(Path.Combine(root.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, content);
    }
}
