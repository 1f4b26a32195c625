using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Containers;

[Collection(EngineTests.Name)]
public sealed class NetworkTests(EngineFixture fixture)
{
    // What ping and timeout exit with when a name does not resolve.
    private const int Unknown = 1;
    private const int StillAsking = 143;

    private static CancellationToken None => CancellationToken.None;

    private ContainerEngine Engine => fixture.Engine;

    [Fact]
    public async Task Aliases_resolve_on_their_own_network_only()
    {
        var (inside, beside) = (await fixture.NetworkAsync("inside"), await fixture.NetworkAsync("beside"));
        var server = await Engine.StartAsync(fixture.Sleeper("both").WithNetwork(inside, "hooks.slack.com", "primary").WithNetwork(beside, "second"), None);
        var client = await Engine.StartAsync(fixture.Sleeper("client").WithNetwork(inside), None);

        var addresses = (await server.InspectAsync(None)).Addresses;

        addresses.Keys.Should().BeEquivalentTo(inside.Name, beside.Name);
        (await client.ExecAsync(["ping", "-c", "1", "-W", "2", "hooks.slack.com"], None)).Stdout.Should().Contain(addresses[inside.Name]);
        (await client.ExecAsync(["ping", "-c", "1", "-W", "2", "primary"], None)).ExitCode.Should().Be(0);
        (await client.ExecAsync(["timeout", "2", "ping", "-c", "1", "second"], None)).ExitCode.Should().BeOneOf(Unknown, StillAsking);
    }

    [Fact]
    public async Task Disconnect_cuts_off_and_connect_brings_back()
    {
        var network = await fixture.NetworkAsync("cut");
        var server = await Engine.StartAsync(fixture.Sleeper("cut-server").WithNetwork(network, "server"), None);
        var client = await Engine.StartAsync(fixture.Sleeper("cut-client").WithNetwork(network), None);
        string[] ping = ["timeout", "2", "ping", "-c", "1", "-W", "1", "server"];

        await network.DisconnectAsync(server, None);
        (await client.ExecAsync(ping, None)).ExitCode.Should().BeOneOf(Unknown, StillAsking);
        await network.ConnectAsync(server, ["server"], None);

        (await client.ExecAsync(ping, None)).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_shared_namespace_outlives_the_app_in_it()
    {
        var network = await fixture.NetworkAsync("pod");
        var holder = await Engine.StartAsync(fixture.Sleeper("holder").WithNetwork(network, "pod"), None);
        var app = await Engine.StartAsync(fixture.Shell("app", "exec nc -ll -p 8080 -e echo ready").WithNetworkNamespaceOf(holder).WithWaitStrategy(Wait.ForPort(8080)), None);
        var client = await Engine.StartAsync(fixture.Sleeper("pod-client").WithNetwork(network), None);
        string[] ask = ["nc", "-w", "2", "pod", "8080"];
        (await client.ExecAsync(ask, None)).Stdout.Should().Be("ready\n");
        var before = (await holder.InspectAsync(None)).Addresses[network.Name];

        await app.KillAsync("KILL", None);

        (await client.ExecAsync(ask, None)).Stderr.Should().Contain("refused");
        (await holder.InspectAsync(None)).Addresses[network.Name].Should().Be(before);
    }

    [Fact]
    public async Task A_network_in_use_stays_and_a_removed_one_is_removed_again_without_complaint()
    {
        var network = await fixture.NetworkAsync("busy");
        var container = await Engine.StartAsync(fixture.Sleeper("busy").WithNetwork(network), None);

        (await network.Invoking(n => n.RemoveAsync(None)).Should().ThrowAsync<EngineException>()).Which.StatusCode.Should().Be(403);
        await container.RemoveAsync(None);
        await network.RemoveAsync(None);
        await Engine.Network(network.Name).RemoveAsync(None);

        (await Engine.ListNetworksAsync(fixture.Labels, None)).Should().NotContain(item => item.Id == network.Id);
    }

    [Fact]
    public async Task A_second_network_of_the_same_name_is_refused()
    {
        await fixture.NetworkAsync("same");

        (await fixture.Invoking(f => f.NetworkAsync("same")).Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("already exists").And.Contain("recover");
    }
}
