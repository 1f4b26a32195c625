using System.Globalization;
using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Network;

namespace NovaCron.Validation.Tests.Stack.Faults;

/// <summary>A sandbox that packets are sent to without end, 1000 a second.</summary>
public sealed class PacketFixture : IAsyncLifetime
{
    public const int Port = 7000;

    private const string Send =
        "use IO::Socket::INET; my $s = IO::Socket::INET->new(PeerAddr => 'receiver', PeerPort => 7000, Proto => 'udp'); while (1) { send($s, 'x' x 100, 0) for 1..10; select(undef, undef, undef, 0.01) }";

    public FaultFixture Faults { get; } = new();

    public Container Sandbox { get; private set; } = null!;

    public Container Sender { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Faults.InitializeAsync();
        var network = await Faults.NetworkAsync(isInternal: true);
        Sandbox = await Faults.Engine.StartAsync(Tools("sandbox", "sleep", "infinity").WithNetwork(network, "receiver"), CancellationToken.None);
        Sender = await Faults.Engine.StartAsync(Tools("sender", "perl", "-e", Send).WithNetwork(network), CancellationToken.None);
    }

    public Task DisposeAsync() => Faults.DisposeAsync();

    public ContainerSpec Tools(string name, params ReadOnlySpan<string> command) => Faults.Spec(TestImages.NetworkTools, name, command) with { Entrypoint = ["env"] };
}

public sealed class PacketLossTests(PacketFixture packets) : IClassFixture<PacketFixture>
{
    private const int InDatagrams = 1;
    private const int NoPorts = 2;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(20)]
    [InlineData(120)]
    public async Task One_packet_in_so_many_is_dropped_until_rolled_back(int dropOneIn)
    {
        await using var fault = Fault(dropOneIn);

        await fault.InjectAsync(None);
        (await fault.VerifyEffectiveAsync(None)).Evidence.Should().Contain("packets dropped");
        await fault.VerifyEffectiveAsync(None);
        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("no inet novacron_validation");
        (await HelpersAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_dropped_does_not_reach_the_receiver()
    {
        await using var fault = Fault(20);
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);

        var before = await CountAsync();
        await fault.VerifyEffectiveAsync(None);
        await Task.Delay(1000);
        var after = await CountAsync();

        var offered = after.Offered - before.Offered;
        offered.Should().BeGreaterThan(500);
        (after.Passed - before.Passed).Should().BeCloseTo(offered * 19 / 20, 2, "the kernel hands 19 of 20 packets on to UDP");
    }

    [Theory]
    [InlineData("flush ruleset")]
    [InlineData("flush table inet novacron_validation")]
    [InlineData("reset rules")]
    public async Task A_flushed_rule_is_a_lost_fault(string sabotage)
    {
        await using var fault = Fault(20);
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);
        var helper = (await HelpersAsync()).Should().ContainSingle().Subject;

        (await packets.Faults.Engine.Container(helper).ExecAsync(["nft", sabotage], None)).ExitCode.Should().Be(0);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*lost its effect*");
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
    }

    [Fact]
    public async Task A_dead_helper_does_not_stop_the_roll_back()
    {
        await using var fault = Fault(20);
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);
        await packets.Faults.Engine.Container((await HelpersAsync())[0]).KillAsync("KILL", None);

        await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>();
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
        (await HelpersAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_second_fault_on_the_same_pod_is_refused_and_leaves_the_first_alone()
    {
        await using var first = Fault(20);
        await first.InjectAsync(None);
        await using var second = Fault(50);

        (await second.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*is there already*");

        await first.VerifyEffectiveAsync(None);
    }

    [Fact]
    public async Task No_traffic_is_no_effect()
    {
        await using var fault = new PacketLoss(Options(20) with { Port = 7001, EffectLimit = TimeSpan.FromSeconds(2) });
        await fault.InjectAsync(None);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*in vain*0 of 0 packets*");
    }

    private PacketLoss Fault(int dropOneIn) => new(Options(dropOneIn));

    private PacketLossOptions Options(int dropOneIn) => new()
    {
        Engine = packets.Faults.Engine,
        CellLabels = packets.Faults.Labels,
        SandboxId = packets.Sandbox.Id,
        Image = TestImages.NetworkTools,
        Port = PacketFixture.Port,
        DropOneIn = dropOneIn,
        MaximumDuration = TimeSpan.FromMinutes(2),
    };

    private async Task<IReadOnlyList<string>> HelpersAsync()
    {
        var labels = new Dictionary<string, string>(packets.Faults.Labels) { ["novacron-validation.role"] = "fault" };
        return [.. (await packets.Faults.Engine.ListContainersAsync(labels, None)).Select(container => container.Id)];
    }

    // With the sender frozen both counters stand still, so that they can be compared exactly.
    private async Task<(long Offered, long Passed)> CountAsync()
    {
        await packets.Sender.PauseAsync(None);
        try
        {
            var helper = packets.Faults.Engine.Container((await HelpersAsync())[0]);
            var rules = (await helper.ExecAsync(["nft", "list", "table", "inet", "novacron_validation"], None)).Stdout;
            var udp = (await helper.ExecAsync(["cat", "/proc/net/snmp"], None)).Stdout.Split('\n').Last(line => line.StartsWith("Udp: ", StringComparison.Ordinal)).Split(' ');
            return (Number(Regex.Match(rules, @"dport 7000 counter packets (\d+)").Groups[1].Value), Number(udp[InDatagrams]) + Number(udp[NoPorts]));
        }
        finally
        {
            await packets.Sender.UnpauseAsync(None);
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
