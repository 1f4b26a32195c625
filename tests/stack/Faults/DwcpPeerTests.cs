using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Dwcp;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class DwcpPeerTests(DwcpPods pods) : IClassFixture<DwcpPods>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Streams_are_open_until_rolled_back()
    {
        await using var fault = await FaultAsync(options => options with { Streams = 56 });

        await pods.WhileEffectiveAsync(fault, async () =>
        {
            await DwcpPods.UntilAsync(pods.First, "dwcp_streams_active", value => value == 10 + 56);
            (await DwcpPods.UntilAsync(pods.Second, "dwcp_streams_active", _ => true)).Should().Be(10, "the peer knows of one pod only");
        });

        await DwcpPods.UntilAsync(pods.First, "dwcp_streams_active", value => value == 10);
    }

    [Fact]
    public async Task Bandwidth_is_reserved_until_rolled_back()
    {
        var before = await DwcpPods.UntilAsync(pods.First, "dwcp_bandwidth_allocated_bytes", value => value > 0);
        await using var fault = await FaultAsync(options => options with { ReservedBytesPerStream = 850_000 });

        await pods.WhileEffectiveAsync(fault, () => DwcpPods.UntilAsync(pods.First, "dwcp_bandwidth_allocated_bytes", value => value == before + 8_500_000));

        await DwcpPods.UntilAsync(pods.First, "dwcp_bandwidth_allocated_bytes", value => value == before);
    }

    [Fact]
    public async Task Random_payload_lowers_the_compression_ratio_until_rolled_back()
    {
        var before = await DwcpPods.UntilAsync(pods.First, "dwcp_compression_ratio", value => value > 1.5);
        await using var fault = await FaultAsync(options => options with { PacketsPerSecond = 100, PayloadBytes = 1300, RandomShare = 1 });

        await pods.WhileEffectiveAsync(fault, () => DwcpPods.UntilAsync(pods.First, "dwcp_compression_ratio", value => value < 1.2));

        await DwcpPods.UntilAsync(pods.First, "dwcp_compression_ratio", value => Math.Abs(value - before) < 0.1);
    }

    [Fact]
    public async Task Streams_that_the_pod_refuses_are_no_effect()
    {
        await using var fault = await FaultAsync(options => options with { Streams = 91, EffectLimit = TimeSpan.FromSeconds(3) });
        await fault.InjectAsync(None);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*in vain*90 of 91 streams*");
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
    }

    [Fact]
    public async Task A_dead_peer_is_a_lost_fault_and_its_streams_end()
    {
        await using var fault = await FaultAsync();
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);
        await pods.Faults.Engine.Container(fault.Targets.Single()).KillAsync("KILL", None);

        await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>();
        await fault.RollBackAsync(None);
        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("lists no stream");
        (await pods.HelpersAsync()).Should().BeEmpty();
    }

    private async Task<DwcpPeer> FaultAsync(Func<DwcpPeerOptions, DwcpPeerOptions>? change = null)
    {
        var options = new DwcpPeerOptions
        {
            Name = "dwcp-peer",
            Engine = pods.Faults.Engine,
            CellLabels = pods.Faults.Labels,
            Network = pods.Network,
            SandboxId = pods.First.Id,
            Address = await pods.AddressAsync(pods.First),
            Image = TestImages.StandIns,
            Port = DwcpPods.Port,
            ApiPort = DwcpPods.ApiPort,
            Streams = 10,
            MaximumDuration = TimeSpan.FromMinutes(2),
        };
        return new DwcpPeer(change?.Invoke(options) ?? options);
    }
}
