using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Containers;

[Collection(EngineTests.Name)]
public sealed class ContainerEngineTests(EngineFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken None => CancellationToken.None;

    private ContainerEngine Engine => fixture.Engine;

    [Fact]
    public async Task The_engine_tells_what_it_is()
    {
        Engine.Version.Should().MatchRegex(@"\d+\.\d+");
        Engine.ApiVersion.Should().MatchRegex(@"\A1\.\d+\z");
        var info = await Engine.InfoAsync(None);
        info.Cpus.Should().BePositive();
        info.MemoryBytes.Should().BeGreaterThan(1 << 20);
        info.CgroupVersion.Should().BeOneOf("1", "2");
    }

    [Fact]
    public async Task Listings_match_all_labels_and_an_empty_value_matches_any()
    {
        var container = await Engine.StartAsync(fixture.Sleeper("listed").WithLabel("colour", "green"), None);

        (await Engine.ListContainersAsync(new Dictionary<string, string>(fixture.Labels) { ["colour"] = "green" }, None))
            .Should().ContainSingle().Which.Should().Match<ContainerSummary>(item => item.Id == container.Id && item.Name == container.Name && item.State == "running");
        (await Engine.ListContainersAsync(new Dictionary<string, string>(fixture.Labels) { ["colour"] = "" }, None)).Should().ContainSingle();
        (await Engine.ListContainersAsync(new Dictionary<string, string>(fixture.Labels) { ["colour"] = "red" }, None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Events_tell_of_labelled_containers_from_the_call_on()
    {
        using var patience = new CancellationTokenSource(Patience);
        var labels = new Dictionary<string, string>(fixture.Labels) { ["watched"] = "yes" };
        var events = Engine.EventsAsync(labels, patience.Token);
        await Engine.RunAsync(fixture.Shell("unwatched", "true"), Patience, None);
        await Engine.RunAsync(fixture.Shell("watched", "exit 5").WithLabels(labels), Patience, None);

        var seen = new List<ContainerEvent>();
        await foreach (var happened in events)
        {
            seen.Add(happened);
            if (happened.Action == "destroy")
            {
                break;
            }
        }

        seen.Should().OnlyContain(e => e.Name == fixture.Name("watched"));
        seen.Select(e => e.Action).Should().ContainInOrder("create", "start", "die", "destroy");
        var death = seen.Single(e => e.Action == "die");
        death.Attributes["exitCode"].Should().Be("5");
        death.At.Should().BeCloseTo(DateTimeOffset.UtcNow, Patience);
    }

    [Fact]
    public async Task Remove_all_takes_pods_and_networks_and_is_idempotent()
    {
        var labels = new Dictionary<string, string>(fixture.Labels) { ["doomed"] = "yes" };
        var shared = await Engine.CreateNetworkAsync(new NetworkSpec(fixture.Name("doomed-shared"), false, labels), None);
        for (var cell = 0; cell < 2; cell++)
        {
            var network = await Engine.CreateNetworkAsync(new NetworkSpec(fixture.Name($"doomed-{cell}"), true, labels), None);
            var holder = await Engine.StartAsync(fixture.Sleeper($"doomed-holder-{cell}").WithLabels(labels).WithNetwork(network).WithNetwork(shared), None);
            await Engine.StartAsync(fixture.Sleeper($"doomed-app-{cell}").WithLabels(labels).WithNetworkNamespaceOf(holder), None);
            await Engine.StartAsync(fixture.Sleeper($"doomed-db-{cell}").WithLabels(labels).WithNetwork(network), None);
        }

        var bystander = await Engine.StartAsync(fixture.Sleeper("bystander").WithNetwork(shared), None);

        (await Engine.RemoveAllAsync(labels, None)).Should().Be(new RemovalCount(6, 3));
        (await Engine.RemoveAllAsync(labels, None)).Should().Be(new RemovalCount(0, 0));
        (await bystander.InspectAsync(None)).State.Should().Be("running", "it does not carry the label");
    }
}
