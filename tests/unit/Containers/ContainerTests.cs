using Microsoft.AspNetCore.Http;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Unit.Containers;

public sealed class ContainerTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Kills_stops_removals_and_disconnects_of_one_network_never_overlap()
    {
        await using var fake = await FakeEngine.StartAsync();
        var world = new FakeContainers(fake);
        for (var i = 0; i < 12; i++)
        {
            world.Add($"c{i}", "net");
        }

        await using var engine = await fake.ConnectAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 3) switch
        {
            0 => engine.Container($"c{i}").KillAsync("KILL", None),
            1 => engine.Container($"c{i}").StopAsync(TimeSpan.Zero, None),
            _ => engine.Container($"c{i}").RemoveAsync(None),
        }));

        world.MostLeavingOneNetwork.Should().Be(1);
        world.Left.Should().Be(9);
    }

    [Theory]
    [InlineData(2, "OCI runtime pause failed: unable to freeze: unknown", 3, true)]
    [InlineData(99, "OCI runtime pause failed: unable to freeze: unknown", 20, false)]
    [InlineData(1, "no space left on device", 1, false)]
    public async Task A_container_that_cannot_be_frozen_at_once_is_asked_again(int refusals, string refusal, int asked, bool isFrozen)
    {
        await using var fake = await FakeEngine.StartAsync();
        var calls = 0;
        fake.On("POST", "^/containers/x/pause$", async context =>
        {
            context.Response.StatusCode = ++calls <= refusals ? 500 : 204;
            if (calls <= refusals)
            {
                await context.Response.WriteAsync($$"""{"message":"Cannot pause container x: {{refusal}}"}""");
            }
        });
        await using var engine = await fake.ConnectAsync();

        var pausing = () => engine.Container("x").PauseAsync(None);

        if (isFrozen)
        {
            await pausing.Should().NotThrowAsync();
        }
        else
        {
            await pausing.Should().ThrowAsync<EngineException>().WithMessage($"*{refusal}*");
        }

        calls.Should().Be(asked);
    }

    [Fact]
    public async Task Containers_of_different_networks_leave_side_by_side()
    {
        await using var fake = await FakeEngine.StartAsync();
        var together = new Barrier(2);
        fake.On("POST", "/kill$", async context =>
        {
            var met = await Task.Run(() => together.SignalAndWait(TimeSpan.FromSeconds(10)));
            context.Response.StatusCode = met ? 204 : 500;
        });
        _ = new FakeContainers(fake).Add("a", "net-a").Add("b", "net-b");
        await using var engine = await fake.ConnectAsync();

        var both = () => Task.WhenAll(engine.Container("a").KillAsync("KILL", None), engine.Container("b").KillAsync("KILL", None));

        await both.Should().NotThrowAsync();
    }

    [Fact]
    public async Task Never_more_than_four_calls_are_in_the_engine()
    {
        await using var fake = await FakeEngine.StartAsync();
        var (inside, most) = (0, 0);
        fake.On("GET", "^/containers/.*/json$", async context =>
        {
            var now = Interlocked.Increment(ref inside);
            lock (fake)
            {
                most = Math.Max(most, now);
            }

            await Task.Delay(20);
            Interlocked.Decrement(ref inside);
            await context.Response.WriteAsync("""{"Id":"x","Name":"/x","State":{"Status":"running"}}""");
        });
        await using var engine = await fake.ConnectAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => engine.Container("x").InspectAsync(None)));

        most.Should().Be(4);
    }

    [Fact]
    public async Task A_call_that_only_waits_does_not_keep_others_out()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("POST", "/wait$", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        fake.On("GET", "/json$", """{"Id":"x","Name":"/x","State":{"Status":"running"}}""");
        await using var engine = await fake.ConnectAsync();
        using var stop = new CancellationTokenSource();
        var waits = Enumerable.Range(0, 8).Select(_ => engine.Container("x").WaitForExitAsync(TimeSpan.FromMinutes(1), stop.Token)).ToList();

        (await engine.Container("x").InspectAsync(None).WaitAsync(TimeSpan.FromSeconds(20))).State.Should().Be("running");

        await stop.CancelAsync();
        await FluentActions.Awaiting(() => Task.WhenAll(waits)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task An_inspection_gives_addresses_ports_and_times()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("GET", "^/containers/web/json$", """
            {"Id":"0123","Name":"/web","State":{"Status":"exited","ExitCode":137,"Pid":0,"OOMKilled":true,"StartedAt":"2026-01-02T03:04:05.678901234Z","FinishedAt":"0001-01-01T00:00:00Z","Health":{"Status":"healthy"}},
             "Config":{"Labels":{"run":"1"}},
             "NetworkSettings":{"Ports":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"32768"}],"81/tcp":null,"53/udp":[{"HostIp":"127.0.0.1","HostPort":"53"}]},
               "Networks":{"cell":{"NetworkID":"n1","IPAddress":"10.1.0.2"},"idle":{"NetworkID":"n2","IPAddress":""}}}}
            """);
        await using var engine = await fake.ConnectAsync();

        var inspection = await engine.Container("web").InspectAsync(None);

        inspection.Should().BeEquivalentTo(new ContainerInspection("exited", 137, 0, new Dictionary<string, string> { ["cell"] = "10.1.0.2" }, new Dictionary<int, int> { [80] = 32768 })
        {
            Id = "0123",
            Name = "web",
            OomKilled = true,
            Health = "healthy",
            StartedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(6789012),
            FinishedAt = null,
            Labels = new Dictionary<string, string> { ["run"] = "1" },
        });
    }

    [Fact]
    public async Task Output_that_is_no_multiplexed_stream_is_an_error()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("GET", "/logs$", "plain text of a terminal");
        await using var engine = await fake.ConnectAsync();

        var logs = () => engine.Container("x").LogsAsync(5, None);

        (await logs.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("read the output of container x").And.Contain("terminal");
        fake.Requests.Last().Should().Be("GET /v1.41/containers/x/logs?stdout=1&stderr=1&tail=5");
    }

    [Fact]
    public async Task A_removal_in_progress_is_awaited_and_a_missing_container_is_fine()
    {
        await using var fake = await FakeEngine.StartAsync();
        _ = new FakeContainers(fake) { InProgress = _ => true }.Add("busy", "net");
        await using var engine = await fake.ConnectAsync();

        await engine.Container("busy").RemoveAsync(None);
        await engine.Container("busy").RemoveAsync(None);

        fake.Requests.Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)).Should().Be(1);
    }
}
