using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Unit.Containers;

public sealed class ContainerEngineTests
{
    private static readonly Dictionary<string, string> Mine = new() { ["run"] = "1" };

    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("1.41", "1.12", "1.41")]
    [InlineData("1.47", "1.24", "1.47")]
    [InlineData("1.52", "1.44", "1.47")]
    public async Task Speaks_the_newest_version_that_both_know(string newest, string oldest, string spoken)
    {
        await using var fake = await FakeEngine.StartAsync(newest, oldest, "99.1");
        fake.On("GET", "^/containers/json$", "[]");
        await using var engine = await fake.ConnectAsync();

        await engine.ListContainersAsync(Mine, None);

        engine.ApiVersion.Should().Be(spoken);
        engine.Version.Should().Be("99.1");
        engine.SocketPath.Should().Be(fake.Socket);
        fake.Requests.Last().Should().StartWith($"GET /v{spoken}/containers/json?all=1");
    }

    [Fact]
    public async Task Refuses_an_engine_that_no_longer_speaks_a_known_version()
    {
        await using var fake = await FakeEngine.StartAsync("1.60", "1.55", "40.0");

        (await fake.Invoking(f => f.ConnectAsync()).Should().ThrowAsync<EngineException>()).Which.Message.Should()
            .Be($"The engine at {fake.Address} (version 40.0) speaks API 1.55 to 1.60, this suite up to 1.47. Use an engine that still speaks 1.47, or update the suite.");
    }

    [Fact]
    public async Task Refuses_what_is_no_engine()
    {
        await using var fake = await FakeEngine.StartAsync("not a version");

        (await fake.Invoking(f => f.ConnectAsync()).Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("is no container engine");
    }

    [Fact]
    public async Task An_error_says_attempt_place_answer_and_way_out()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("POST", "^/networks/create$", """{"message":"could not find an available,\n non-overlapping IPv4 address pool among the defaults to assign to the network"}""", 500);
        await using var engine = await fake.ConnectAsync();

        var create = () => engine.CreateNetworkAsync(new NetworkSpec("cell", true, Mine), None);

        var failure = (await create.Should().ThrowAsync<EngineException>()).Which;
        failure.StatusCode.Should().Be(500);
        failure.EngineHangs.Should().BeFalse();
        failure.Message.Should().Be(
            $"Could not create network cell: the engine at {fake.Address} answered 500: could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network."
            + " The engine has no subnet left: remove networks that nobody uses (`./validate recover`).");
    }

    [Fact]
    public async Task A_call_without_an_answer_is_a_hanging_engine()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("GET", "/json$", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var engine = await fake.ConnectAsync(new EngineTimeouts { Query = TimeSpan.FromMilliseconds(500) });

        var failure = (await engine.Invoking(e => e.Container("x").InspectAsync(None)).Should().ThrowAsync<EngineException>()).Which;

        failure.EngineHangs.Should().BeTrue();
        failure.Message.Should().StartWith($"Could not inspect container x: no end within 0.5 s at {fake.Address}. The engine hangs").And.Contain("restart the engine");
    }

    [Fact]
    public async Task A_caller_s_cancellation_stays_one()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("GET", "/json$", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var engine = await fake.ConnectAsync();
        using var stop = new CancellationTokenSource();
        var inspection = engine.Container("x").InspectAsync(stop.Token);

        await stop.CancelAsync();

        await FluentActions.Awaiting(() => inspection).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task An_engine_that_ends_is_out_of_reach()
    {
        var fake = await FakeEngine.StartAsync();
        await using var engine = await fake.ConnectAsync();
        await fake.DisposeAsync();

        (await engine.Invoking(e => e.InfoAsync(None)).Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("no socket at").And.Contain("start the engine");
    }

    [Fact]
    public async Task Events_end_with_an_error_when_the_engine_goes_away()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("GET", "^/events$", """
            {"Type":"container","Action":"die","Actor":{"ID":"0123","Attributes":{"name":"web","exitCode":"137","run":"1"}},"timeNano":1767323045678901200}
            {"Type":"conta
            """);
        await using var engine = await fake.ConnectAsync();
        var seen = new List<ContainerEvent>();

        var follow = async () =>
        {
            await foreach (var happened in engine.EventsAsync(Mine, None))
            {
                seen.Add(happened);
            }
        };

        (await follow.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("stopped sending events");
        seen.Should().ContainSingle().Which.Should().Match<ContainerEvent>(e => e.Action == "die" && e.Name == "web" && e.ContainerId == "0123" && e.Attributes["exitCode"] == "137");
        seen[0].At.Should().Be(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(6789012));
        fake.Requests.Last().Should().MatchRegex(@"since=\d+\.\d{9}&filters=.*container");
    }

    [Fact]
    public async Task A_start_creates_copies_connects_and_starts_in_this_order()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("POST", "^/containers/create$", """{"Id":"0123"}""", 201);
        fake.On("PUT", "/archive$", "");
        fake.On("POST", "/(connect|start)$", "", 204);
        await using var engine = await fake.ConnectAsync();
        var spec = new ContainerSpec { Image = "i:1", Name = "web" }.WithResourceMapping("x", "/etc/x")
            .WithNetwork(engine.Network("cell"), "a", "b").WithNetwork(engine.Network("outside"), "c").WithPortBinding(80);

        var container = await engine.StartAsync(spec, None);

        (container.Id, container.Name).Should().Be(("0123", "web"));
        fake.Requests.Skip(1).Should().Equal(
            "POST /v1.41/containers/create?name=web", "PUT /v1.41/containers/0123/archive?path=/", "POST /v1.41/networks/outside/connect", "POST /v1.41/containers/0123/start");
        var body = JsonNode.Parse(fake.Bodies.ElementAt(1))!;
        body["HostConfig"]!["Init"]!.GetValue<bool>().Should().BeTrue();
        body["HostConfig"]!["NetworkMode"]!.GetValue<string>().Should().Be("cell");
        body["NetworkingConfig"]!.ToJsonString().Should().Be("""{"EndpointsConfig":{"cell":{"Aliases":["a","b"]}}}""");
        body["HostConfig"]!["PortBindings"]!.ToJsonString().Should().Be("""{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":""}]}""");
        fake.Bodies.ElementAt(3).Should().Be("""{"Container":"0123","EndpointConfig":{"Aliases":["c"]}}""");
    }

    [Fact]
    public async Task A_container_that_cannot_be_started_is_removed_and_the_reason_kept()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("POST", "^/containers/create$", """{"Id":"0123"}""", 201);
        fake.On("POST", "/start$", """{"message":"no such program"}""", 400);
        var world = new FakeContainers(fake).Add("0123", "net");
        await using var engine = await fake.ConnectAsync();

        var start = () => engine.StartAsync(new ContainerSpec { Image = "i:1", Name = "web" }, None);

        (await start.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("start container web").And.Contain("no such program");
        world.Left.Should().Be(1, "only its network is left");
    }

    [Fact]
    public async Task A_pull_that_fails_in_any_way_is_false()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("POST", "^/images/create$", context => context.Request.Query["fromImage"] == "localhost:5000/a/b" && context.Request.Query["tag"] == "1"
            ? context.Response.WriteAsync("""{"status":"Pulling"}""" + "\n" + """{"status":"Done"}""")
            : context.Request.Query["tag"] == "slow" ? Task.Delay(Timeout.Infinite, context.RequestAborted) : context.Response.WriteAsync("""{"error":"manifest unknown"}"""));
        await using var engine = await fake.ConnectAsync();

        (await engine.TryPullAsync("localhost:5000/a/b:1", TimeSpan.FromSeconds(20), None)).Should().BeTrue();
        (await engine.TryPullAsync("localhost:5000/a/b", TimeSpan.FromSeconds(20), None)).Should().BeFalse();
        (await engine.TryPullAsync("a:slow", TimeSpan.FromMilliseconds(200), None)).Should().BeFalse();
    }
}
