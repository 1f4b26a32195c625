using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Containers;

[Collection(EngineTests.Name)]
public sealed class ContainerLifecycleTests(EngineFixture fixture)
{
    private static CancellationToken None => CancellationToken.None;

    private ContainerEngine Engine => fixture.Engine;

    [Fact]
    public async Task Run_returns_exit_code_and_both_outputs_and_leaves_nothing()
    {
        var result = await Engine.RunAsync(fixture.Shell("run", "echo out; echo err >&2; exit 7"), TimeSpan.FromSeconds(30), None);

        result.Should().Be(new ExecResult(7, "out\n", "err\n"));
        (await Engine.ListContainersAsync(fixture.Labels, None)).Should().NotContain(item => item.Name == fixture.Name("run"));
    }

    [Fact]
    public async Task Run_that_does_not_end_in_time_says_so_with_its_output_and_is_removed()
    {
        var run = () => Engine.RunAsync(fixture.Shell("endless", "echo still here; sleep 3600"), TimeSpan.FromSeconds(1), None);

        (await run.Should().ThrowAsync<EngineException>()).Which.Message.Should()
            .Contain("no end within 1 s").And.Contain("It still runs.").And.Contain("still here").And.NotContain("hangs");
        (await Engine.ListContainersAsync(fixture.Labels, None)).Should().NotContain(item => item.Name == fixture.Name("endless"));
    }

    [Fact]
    public async Task Without_networks_there_is_no_network_at_all()
    {
        var result = await Engine.RunAsync(fixture.Shell("offline", "ls /sys/class/net"), TimeSpan.FromSeconds(30), None);

        result.Stdout.Split('\n').Should().Contain("lo").And.NotContain("eth0");
    }

    [Fact]
    public async Task Pause_unpause_kill_and_start_again_show_in_the_inspection()
    {
        var container = await Engine.StartAsync(fixture.Sleeper("cycle"), None);
        await container.PauseAsync(None);
        (await container.InspectAsync(None)).Should().Match<ContainerInspection>(i => i.State == "paused" && i.IsRunning);
        await container.UnpauseAsync(None);
        await container.KillAsync("KILL", None);
        (await container.InspectAsync(None)).Should().Match<ContainerInspection>(i => i.State == "exited" && i.ExitCode == 137 && !i.IsRunning && i.Pid == 0);
        await container.StartAsync(None);
        (await container.InspectAsync(None)).Should().Match<ContainerInspection>(i => i.State == "running" && i.Pid > 0);
        await container.RemoveAsync(None);
        await container.RemoveAsync(None);

        (await container.Invoking(c => c.InspectAsync(None)).Should().ThrowAsync<EngineException>()).Which.StatusCode.Should().Be(404);
    }

    [Fact]
    public async Task A_term_ends_a_program_that_ignores_signals_as_first_process()
    {
        var container = await Engine.StartAsync(fixture.Sleeper("term"), None);

        await container.KillAsync("TERM", None);

        (await container.WaitForExitAsync(TimeSpan.FromSeconds(20), None)).Should().Be(143);
        (await container.Invoking(c => c.KillAsync("TERM", None)).Should().ThrowAsync<EngineException>()).Which.StatusCode.Should().Be(409);
    }

    [Fact]
    public async Task Stop_kills_after_the_grace_period_only()
    {
        var deaf = await Engine.StartAsync(fixture.Shell("deaf", "trap '' TERM; echo deaf; while true; do sleep 1; done").WithWaitStrategy(Wait.ForLog("deaf")), None);
        var polite = await Engine.StartAsync(fixture.Shell("polite", "trap 'exit 3' TERM; echo up; while true; do sleep 0.1; done").WithWaitStrategy(Wait.ForLog("up")), None);

        await deaf.StopAsync(TimeSpan.FromSeconds(1), None);
        await polite.StopAsync(TimeSpan.FromSeconds(20), None);

        (await deaf.InspectAsync(None)).ExitCode.Should().Be(137);
        (await polite.InspectAsync(None)).ExitCode.Should().Be(3);
    }

    [Fact]
    public async Task A_paused_container_can_be_removed()
    {
        var container = await Engine.StartAsync(fixture.Sleeper("frozen"), None);
        await container.PauseAsync(None);

        await container.RemoveAsync(None);

        (await Engine.ListContainersAsync(fixture.Labels, None)).Should().NotContain(item => item.Id == container.Id);
    }

    [Fact]
    public async Task A_taken_name_names_the_way_out()
    {
        await Engine.StartAsync(fixture.Sleeper("twice"), None);

        var again = () => Engine.StartAsync(fixture.Sleeper("twice"), None);

        (await again.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("create container").And.Contain("already in use").And.Contain("./validate recover");
    }

    [Fact]
    public async Task An_image_that_is_not_there_is_never_pulled()
    {
        var start = () => Engine.StartAsync(fixture.Sleeper("imageless") with { Image = "novacron-validation-test/none:0" }, None);

        (await start.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("No such image").And.Contain("never pulled");
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_leaves_no_container()
    {
        var start = () => Engine.StartAsync(fixture.Sleeper("mistyped").WithEntrypoint("/bin/no-such-program").WithNetworkNamespaceOf(Engine.Container("none-such")), None);

        await start.Should().ThrowAsync<EngineException>();
        (await Engine.ListContainersAsync(fixture.Labels, None)).Should().NotContain(item => item.Name == fixture.Name("mistyped"));
    }

    [Fact]
    public async Task Limits_and_capabilities_reach_the_kernel()
    {
        var spec = fixture.Shell("limits", "cat /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/cpu/cpu.cfs_quota_us /sys/fs/cgroup/memory.max /sys/fs/cgroup/cpu.max 2>/dev/null; cat /proc/self/status")
            .WithMemoryLimit(64 * 1024 * 1024).WithCpuLimit(0.25).WithCapability("NET_ADMIN");

        var output = (await Engine.RunAsync(spec, TimeSpan.FromSeconds(30), None)).Stdout;

        output.Should().Contain("67108864").And.Contain("25000");
        var effective = Convert.ToInt64(output.Split('\n').Single(line => line.StartsWith("CapEff", StringComparison.Ordinal)).Split('\t')[1], 16);
        (effective >> 12 & 1).Should().Be(1, "NET_ADMIN is capability 12");
    }

    [Fact]
    public async Task Outgrowing_the_memory_limit_is_told_apart_from_other_deaths()
    {
        var container = await Engine.StartAsync(fixture.Shell("hungry", "exec tail /dev/zero").WithMemoryLimit(16 * 1024 * 1024), None);

        await container.WaitForExitAsync(TimeSpan.FromSeconds(30), None);

        (await container.InspectAsync(None)).Should().Match<ContainerInspection>(i => i.OomKilled && i.ExitCode == 137);
    }

    [Fact]
    public async Task Environment_user_tmpfs_and_binds_apply()
    {
        var host = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), fixture.Name("bind")));
        try
        {
            await File.WriteAllTextAsync($"{host.FullName}/seen", "from the host");
            var spec = fixture.Shell("surroundings", "echo $COLOUR; id -u; cat /given/seen; echo; echo x > /given/new || echo read-only; mount")
                .WithEnvironment("COLOUR", "green").WithUser("65534").WithTmpfsMount("/scratch").WithBindMount(host.FullName, "/given", readOnly: true);

            var result = await Engine.RunAsync(spec, TimeSpan.FromSeconds(30), None);

            result.Stdout.Split('\n').Take(4).Should().Equal("green", "65534", "from the host", "read-only");
            result.Stdout.Should().Contain("tmpfs on /scratch");
        }
        finally
        {
            host.Delete(recursive: true);
        }
    }
}
