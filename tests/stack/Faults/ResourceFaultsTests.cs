using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Pods;
using NovaCron.Validation.FaultInjectors.Resources;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class ResourceFaultsTests(FaultFixture faults) : IClassFixture<FaultFixture>
{
    private const long Limit = 64 * 1024 * 1024;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Memory_is_held_up_to_the_share_until_rolled_back()
    {
        var (container, target) = await StartAsync(spec => spec.WithMemoryLimit(Limit));
        await using var fault = new PodMemoryPressure(new PressureOptions { Target = target, Share = 0.9 });

        await fault.InjectAsync(None);
        (await fault.VerifyEffectiveAsync(None)).Evidence.Should().Contain("of the limit of 67.1 MB").And.Contain("0 processes killed");
        (await ReadAsync(container)).WorkingSet.Should().BeInRange((long)(Limit * 0.85), (long)(Limit * 0.95));
        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("pressing processes left: 0");
        (await NamesAsync(container)).Should().BeEquivalentTo("sleep", "sh");
        (await container.InspectAsync(None)).State.Should().Be("running");
    }

    [Fact]
    public async Task Cpu_time_is_used_up_to_the_share_and_not_beyond()
    {
        var (container, target) = await StartAsync(spec => spec.WithCpuLimit(0.25));
        await using var fault = new PodCpuPressure(new PressureOptions { Target = target, Share = 0.6 });

        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);
        var before = await ReadAsync(container);
        await Task.Delay(TimeSpan.FromSeconds(3));
        new CpuUse(before, await ReadAsync(container)).Share.Should().BeInRange(0.5, 0.75, "half a second may be made up for");
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("of the quota of 0.25 cores").And.Contain("pressing processes left: 0");
        (await NamesAsync(container)).Should().BeEquivalentTo("sleep", "sh");
    }

    [Fact]
    public async Task A_pressed_container_outweighs_its_neighbours_until_rolled_back()
    {
        var (container, target) = await StartAsync(spec => spec.WithCpuLimit(0.25) with { CpuShares = 100 });
        await using var fault = new PodCpuPressure(new PressureOptions { Target = target, Share = 0.6 });

        await fault.InjectAsync(None);
        (await container.InspectAsync(None)).CpuShares.Should().Be(2 * ContainerInspection.DefaultCpuShares);
        (await container.ExecAsync(["sh", "-c", "cat /sys/fs/cgroup/cpu/cpu.shares || cat /sys/fs/cgroup/cpu.weight"], None)).Stdout.Trim().Should().BeOneOf("2048", "79");

        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);
        (await container.InspectAsync(None)).CpuShares.Should().Be(100);
    }

    [Fact]
    public async Task A_process_that_somebody_else_ends_is_a_lost_fault()
    {
        var (container, target) = await StartAsync(spec => spec.WithMemoryLimit(Limit));
        await using var fault = new PodMemoryPressure(new PressureOptions { Target = target, Share = 0.8 });
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);

        await container.ExecAsync(["sh", "-c", "for p in /proc/[0-9]*; do case $(cat $p/comm) in tail | sleep) grep -q infinity $p/cmdline || kill -KILL ${p#/proc/};; esac; done"], None);

        var lost = await fault.Invoking(async f =>
        {
            while (true)
            {
                await f.VerifyEffectiveAsync(None);
            }
        }).Should().ThrowAsync<FaultException>();
        lost.WithMessage("*lost its effect*");
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
    }

    [Fact]
    public async Task Without_a_limit_there_is_nothing_to_press_against()
    {
        var (_, target) = await StartAsync(spec => spec);
        await using var memory = new PodMemoryPressure(new PressureOptions { Target = target, Share = 0.9 });
        await using var cpu = new PodCpuPressure(new PressureOptions { Target = target, Share = 0.9 });

        (await memory.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*has no limit of memory*");
        (await cpu.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*has no limit of CPU*");
    }

    private async Task<(Container Container, PodFaultOptions Target)> StartAsync(Func<ContainerSpec, ContainerSpec> limit)
    {
        var pod = faults.NextName("pod");
        var spec = (faults.Spec(TestImages.NetworkTools, "app", "sleep", "infinity") with { Entrypoint = ["env"] })
            .WithLabel(PodContainers.PodLabel, pod).WithLabel(PodContainers.ContainerLabel, "novacron-api").WithLabel(PodContainers.TypeLabel, "container");
        var container = await faults.Engine.StartAsync(limit(spec), None);
        return (container, new PodFaultOptions { Engine = faults.Engine, CellLabels = faults.Labels, Pod = pod, MaximumDuration = TimeSpan.FromMinutes(2) });
    }

    private static async Task<CgroupReading> ReadAsync(Container container) => CgroupReading.Parse((await container.ExecAsync(CgroupReading.Command, None)).Stdout);

    // The container's own process, and the shell that asks; the engine's init and cat are neither.
    private static async Task<IEnumerable<string>> NamesAsync(Container container) =>
        (await container.ExecAsync(["sh", "-c", "cat /proc/[0-9]*/comm"], None)).Stdout.Split('\n').Where(name => name is "sh" or "sleep" or "head" or "tail");
}
