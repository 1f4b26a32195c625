using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Unit.Containers;

public sealed class RemoveAllTests
{
    private static readonly Dictionary<string, string> Mine = new() { ["run"] = "1" };

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Removes_serially_per_network_side_by_side_across_and_is_idempotent()
    {
        await using var fake = await FakeEngine.StartAsync();
        var world = new FakeContainers(fake);
        for (var i = 0; i < 24; i++)
        {
            world.Add($"c{i}", $"net{i % 4}", "outside");
            world.Add($"d{i}", $"net{i % 4}");
        }

        await using var engine = await fake.ConnectAsync();

        (await engine.RemoveAllAsync(Mine, None)).Should().Be(new RemovalCount(48, 5));
        (await engine.RemoveAllAsync(Mine, None)).Should().Be(new RemovalCount(0, 0));
        world.Left.Should().Be(0);
        world.MostLeavingOneNetwork.Should().Be(1);
        world.MostAtOnce.Should().BeInRange(2, 4);
    }

    [Fact]
    public async Task Takes_what_shares_a_namespace_before_its_holder_and_networks_last()
    {
        await using var fake = await FakeEngine.StartAsync();
        _ = new FakeContainers(fake).Add("holder", "net").Add("app", "container:holder");
        await using var engine = await fake.ConnectAsync();

        await engine.RemoveAllAsync(Mine, None);

        fake.Requests.Where(request => request.StartsWith("DELETE", StringComparison.Ordinal)).Select(request => request.Split('?')[0])
            .Should().Equal("DELETE /v1.41/containers/app", "DELETE /v1.41/containers/holder", "DELETE /v1.41/networks/net");
        fake.Requests.Should().Contain(request => request.Contains("filters=%7B%22label%22%3A%5B%22run%3D1%22%5D%7D"));
    }

    [Fact]
    public async Task Goes_on_until_nothing_is_left_while_something_still_creates()
    {
        await using var fake = await FakeEngine.StartAsync();
        var world = new FakeContainers(fake).Add("first", "net");
        var created = 0;
        world.InProgress = _ =>
        {
            if (created++ < 3)
            {
                world.Add($"again-{created}", "net");
            }

            return false;
        };
        await using var engine = await fake.ConnectAsync();

        (await engine.RemoveAllAsync(Mine, None)).Should().Be(new RemovalCount(4, 1));
        world.Left.Should().Be(0);
    }

    [Fact]
    public async Task A_removal_that_another_has_begun_is_fine_and_not_counted()
    {
        await using var fake = await FakeEngine.StartAsync();
        _ = new FakeContainers(fake) { InProgress = id => id == "theirs" }.Add("ours", "net").Add("theirs", "net");
        await using var engine = await fake.ConnectAsync();

        (await engine.RemoveAllAsync(Mine, None)).Should().Be(new RemovalCount(1, 1));
    }

    [Fact]
    public async Task What_nobody_labelled_is_put_off_our_network()
    {
        await using var fake = await FakeEngine.StartAsync();
        var world = new FakeContainers(fake).Add("ours", "net");
        world.Foreign.Add("a-debugger");
        await using var engine = await fake.ConnectAsync();

        (await engine.RemoveAllAsync(Mine, None)).Should().Be(new RemovalCount(1, 1));
        fake.Bodies.Should().Contain("""{"Container":"a-debugger","Force":true}""");
    }

    [Fact]
    public async Task What_cannot_be_removed_is_named_after_the_last_round()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("DELETE", "^/containers/stuck", """{"message":"device or resource busy"}""", 500);
        _ = new FakeContainers(fake).Add("stuck", "net").Add("loose", "net");
        await using var engine = await fake.ConnectAsync();

        var removal = () => engine.RemoveAllAsync(Mine, None);

        (await removal.Should().ThrowAsync<EngineException>()).Which.Message.Should()
            .Contain("run=1").And.Contain("container stuck").And.Contain("network name-net").And.NotContain("loose");
    }

    [Fact]
    public async Task A_hanging_engine_ends_it_at_once_and_is_reported_as_such()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.On("DELETE", "^/containers/", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var world = new FakeContainers(fake);
        for (var i = 0; i < 40; i++)
        {
            world.Add($"c{i}", $"net{i}");
        }

        await using var engine = await fake.ConnectAsync(new EngineTimeouts { Change = TimeSpan.FromMilliseconds(300) });

        var removal = () => engine.RemoveAllAsync(Mine, None);

        var failure = (await removal.Should().ThrowAsync<EngineException>()).Which;
        failure.EngineHangs.Should().BeTrue();
        failure.Message.Should().Contain("no end within 0.3 s").And.Contain("restart the engine");
        fake.Requests.Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(8, "the rest is not asked any more");
    }

    [Fact]
    public async Task Without_labels_nothing_is_removed()
    {
        await using var fake = await FakeEngine.StartAsync();
        await using var engine = await fake.ConnectAsync();

        await engine.Invoking(e => e.RemoveAllAsync(new Dictionary<string, string>(), None)).Should().ThrowAsync<ArgumentException>();

        fake.Requests.Should().Equal("GET /version");
    }
}
