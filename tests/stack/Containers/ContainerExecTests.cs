using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Containers;

[Collection(EngineTests.Name)]
public sealed class ContainerExecTests(EngineFixture fixture)
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Exec_returns_exit_code_and_both_outputs()
    {
        var container = await fixture.Engine.StartAsync(fixture.Sleeper("exec"), None);

        (await container.ExecAsync(["sh", "-c", "echo out; echo größer >&2; exit 3"], None)).Should().Be(new ExecResult(3, "out\n", "größer\n"));
        (await container.ExecAsync(new ExecSpec(["id", "-u"]) { User = "65534" }, None)).Stdout.Should().Be("65534\n");
    }

    [Fact]
    public async Task Exec_of_a_program_that_is_not_there_fails_as_a_shell_would_say()
    {
        var container = await fixture.Engine.StartAsync(fixture.Sleeper("exec-none"), None);

        var result = await container.ExecAsync(["no-such-program"], None);

        result.ExitCode.Should().BeOneOf(126, 127);
        (result.Stdout + result.Stderr).Should().Contain("no-such-program");
    }

    [Fact]
    public async Task Exec_carries_more_than_a_buffer()
    {
        var container = await fixture.Engine.StartAsync(fixture.Sleeper("exec-long"), None);

        var lines = (await container.ExecAsync(["seq", "1", "200000"], None)).Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(200_000);
        lines[^1].Should().Be("200000");
    }

    [Fact]
    public async Task Exec_that_takes_too_long_and_exec_in_a_stopped_container_are_errors()
    {
        var container = await fixture.Engine.StartAsync(fixture.Sleeper("exec-slow"), None);

        var slow = () => container.ExecAsync(new ExecSpec(["sleep", "60"]) { Timeout = TimeSpan.FromMilliseconds(500) }, None);
        (await slow.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("`sleep 60`").And.Contain("0.5 s");

        await container.KillAsync("KILL", None);
        var stopped = () => container.ExecAsync(["true"], None);
        (await stopped.Should().ThrowAsync<EngineException>()).Which.StatusCode.Should().Be(409);
    }

    [Fact]
    public async Task Files_are_there_before_the_start_with_content_mode_and_folders()
    {
        var spec = fixture.Shell("files", "cat /etc/made/for/this.txt; stat -c '%a %u' /etc/made/for/this.txt /etc/made/secret /etc/made/for; stat -c %a /tmp")
            .WithUser("65534")
            .WithResourceMapping("hello\n", "/etc/made/for/this.txt")
            .WithResourceMapping("x", "/tmp/beside", UnixFileMode.UserRead);
        spec = spec with { Files = spec.Files.Add(new ContainerFile("/etc/made/secret", "s"u8.ToArray(), UnixFileMode.UserRead) { UserId = 65534 }) };

        var result = await fixture.Engine.RunAsync(spec, TimeSpan.FromSeconds(30), None);

        result.Should().Be(new ExecResult(0, "hello\n644 0\n400 65534\n755 0\n777\n", ""));
    }

    [Fact]
    public async Task Files_can_be_copied_into_a_running_container()
    {
        var container = await fixture.Engine.StartAsync(fixture.Sleeper("copy"), None);

        await container.CopyInAsync(new ContainerFile("/run/late", new byte[300_000]), None);

        (await container.ExecAsync(["stat", "-c", "%s", "/run/late"], None)).Stdout.Should().Be("300000\n");
        (await container.ExecAsync(["stat", "/run/never"], None)).ExitCode.Should().NotBe(0);
    }

    [Fact]
    public async Task Logs_show_the_tail_of_both_outputs()
    {
        var container = await fixture.Engine.StartAsync(fixture.Shell("logs", "for i in 1 2 3 4 5; do echo line $i; done; echo bad >&2; sleep 3600").WithWaitStrategy(Wait.ForLog("^bad$")), None);

        (await container.LogsAsync(int.MaxValue, None)).Split('\n').Should().Contain("line 1").And.Contain("bad");
        (await container.LogsAsync(2, None)).Trim().Split('\n').Should().HaveCount(2).And.NotContain("line 1");
    }
}
