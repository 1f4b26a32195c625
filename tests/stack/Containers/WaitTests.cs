using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Containers;

[Collection(EngineTests.Name)]
public sealed class WaitTests(EngineFixture fixture)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1.5);

    private static CancellationToken None => CancellationToken.None;

    private ContainerEngine Engine => fixture.Engine;

    [Fact]
    public async Task For_port_sees_a_listener_on_an_internal_network()
    {
        var network = await fixture.NetworkAsync("port");
        var spec = fixture.Shell("port", "sleep 0.5; exec nc -ll -p 9090 -e echo").WithNetwork(network);

        var container = await Engine.StartAsync(spec.WithWaitStrategy(Wait.ForPort(9090)), None);

        var other = () => container.WaitUntilAsync(Wait.ForPort(9091).WithTimeout(Short), None);
        (await other.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("waited 1.5 s for a listener on TCP port 9091, it is running. It wrote nothing.");
    }

    [Fact]
    public async Task For_http_asks_the_published_port()
    {
        var network = await fixture.NetworkAsync("http", isInternal: false);
        var spec = fixture.Shell("http", "exec httpd -f -p 80 -h /www").WithResourceMapping("fine", "/www/health").WithNetwork(network).WithPortBinding(80);

        var container = await Engine.StartAsync(spec.WithWaitStrategy(Wait.ForHttp(80, "/health")), None);

        (await container.InspectAsync(None)).PublishedPorts.Should().ContainKey(80).WhoseValue.Should().BeGreaterThan(1024);
        var missing = () => container.WaitUntilAsync(Wait.ForHttp(80, "/missing").WithTimeout(Short), None);
        (await missing.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("GET :80/missing to answer 2xx");
        var unpublished = () => container.WaitUntilAsync(Wait.ForHttp(81, "/"), None);
        (await unpublished.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("not published");
    }

    [Fact]
    public async Task For_command_asks_until_it_exits_with_zero()
    {
        var spec = fixture.Shell("command", "sleep 0.5; echo > /tmp/done; sleep 3600");

        var container = await Engine.StartAsync(spec.WithWaitStrategy(Wait.ForCommand("ls", "/tmp/done")), None);

        var never = () => container.WaitUntilAsync(Wait.ForCommand("false").WithTimeout(Short), None);
        (await never.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("`false` to exit with 0 inside");
    }

    [Fact]
    public async Task A_container_that_ends_while_awaited_shows_its_exit_code_and_last_words()
    {
        var start = () => Engine.StartAsync(fixture.Shell("dies", "for i in $(seq 60); do echo line-$i-; done; echo no config >&2; sleep 0.3; exit 9").WithWaitStrategy(Wait.ForLog("never")), None);

        (await start.Should().ThrowAsync<EngineException>()).Which.Message.Should()
            .Contain("ended with exit code 9 while output that matches /never/ was awaited").And.Contain("no config").And.Contain("line-60-").And.NotContain("line-5-");
    }

    [Fact]
    public async Task A_wait_whose_time_is_over_shows_the_last_words()
    {
        var start = () => Engine.StartAsync(fixture.Shell("late", "echo starting; sleep 3600").WithWaitStrategy(Wait.ForLog("^ready$").WithTimeout(Short)), None);

        (await start.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("waited 1.5 s for output that matches /^ready$/").And.Contain("starting");
    }

    [Fact]
    public async Task For_healthy_follows_the_image_s_check()
    {
        var image = fixture.ImageName("health");
        await using var context = ImageTests.Context($"FROM {fixture.Image}\nHEALTHCHECK --interval=1s --retries=1 CMD ls /tmp/well\n");
        await Engine.BuildImageAsync(context, image, new Dictionary<string, string>(), null, None);
        var spec = fixture.Shell("healthy", "sleep 0.3; echo > /tmp/well; sleep 3600") with { Image = image };
        await Engine.StartAsync(spec.WithWaitStrategy(Wait.ForHealthy()), None);

        var ill = () => Engine.StartAsync(fixture.Sleeper("ill") with { Image = image, Waits = [Wait.ForHealthy().WithTimeout(Short)] }, None);
        (await ill.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("health check to say healthy");
        var unchecked_ = () => Engine.StartAsync(fixture.Sleeper("unchecked").WithWaitStrategy(Wait.ForHealthy()), None);
        (await unchecked_.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("no health check");
    }
}
