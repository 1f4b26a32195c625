using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Network;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class PathDelayTests(DwcpPods pods) : IClassFixture<DwcpPods>
{
    private const int Milliseconds = 150;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_peer_measures_what_datagrams_are_held_and_nothing_is_lost()
    {
        await using var fault = await FaultAsync();

        await pods.WhileEffectiveAsync(fault, async () =>
        {
            (await DwcpPods.UntilAsync(pods.Second, "dwcp_latency_milliseconds", value => value >= Milliseconds)).Should().BeLessThan(2 * Milliseconds);
            (await DwcpPods.UntilAsync(pods.First, "dwcp_packet_loss_rate", value => value == 0)).Should().Be(0);
            (await DwcpPods.UntilAsync(pods.First, "dwcp_streams_active", _ => true)).Should().Be(10, "the streams are still those of the peer");
            (await DwcpPods.UntilAsync(pods.First, "dwcp_latency_milliseconds", _ => true)).Should().BeLessThan(Milliseconds, "the way from here is as short as ever");
        });

        await DwcpPods.UntilAsync(pods.Second, "dwcp_latency_milliseconds", value => value < Milliseconds);
    }

    [Theory]
    [InlineData("flush ruleset")]
    [InlineData("reset rules")]
    public async Task A_flushed_rule_is_a_lost_fault(string sabotage)
    {
        await using var fault = await FaultAsync();
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);

        (await pods.Faults.Engine.Container(fault.Targets.First()).ExecAsync(["nft", sabotage], None)).ExitCode.Should().Be(0);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*lost its effect*");
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
    }

    [Fact]
    public async Task A_dead_relay_is_no_delay_and_does_not_stop_the_roll_back()
    {
        await using var fault = await FaultAsync(options => options with { EffectLimit = TimeSpan.FromSeconds(5) });
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);
        await pods.Faults.Engine.Container(fault.Targets.Last()).KillAsync("KILL", None);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*in vain*");
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
        (await pods.HelpersAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_second_fault_on_the_same_pod_is_refused_and_leaves_the_first_alone()
    {
        await using var first = await FaultAsync();
        await first.InjectAsync(None);
        await using var second = await FaultAsync(options => options with { RelayPort = 19_192 });

        (await second.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*is there already*");

        await first.VerifyEffectiveAsync(None);
    }

    [Fact]
    public async Task No_traffic_is_no_effect()
    {
        await using var fault = await FaultAsync(options => options with { Port = 9192, EffectLimit = TimeSpan.FromSeconds(2) });
        await fault.InjectAsync(None);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*in vain*not answered*");
    }

    private async Task<PathDelay> FaultAsync(Func<PathDelayOptions, PathDelayOptions>? change = null)
    {
        var options = new PathDelayOptions
        {
            Engine = pods.Faults.Engine,
            CellLabels = pods.Faults.Labels,
            SandboxId = pods.First.Id,
            Address = await pods.AddressAsync(pods.First),
            PeerSandboxId = pods.Second.Id,
            Image = TestImages.NetworkTools,
            RelayImage = TestImages.StandIns,
            Port = DwcpPods.Port,
            Hold = TimeSpan.FromMilliseconds(Milliseconds),
            MaximumDuration = TimeSpan.FromMinutes(2),
        };
        return new PathDelay(change?.Invoke(options) ?? options);
    }
}
