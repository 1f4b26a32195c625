using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class PodFaultsTests(FaultFixture faults) : IClassFixture<FaultFixture>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan ListensAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(0.2);

    [Fact]
    public async Task A_crash_loop_keeps_every_successor_from_listening_until_rolled_back()
    {
        await using var pod = await TestPod.StartAsync(faults, ListensAfter, BackOff);
        await using var fault = new PodCrashLoop(pod.Options);

        await fault.InjectAsync(None);
        while (pod.Restarts < 4)
        {
            (await fault.VerifyEffectiveAsync(None)).Evidence.Should().Contain("no socket listens on port 9090");
        }

        (await fault.VerifyEffectiveAsync(None)).Evidence.Should().MatchRegex("[3-9] successors killed, start to end at most 0").And.Contain("PassiveOpens still");
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("listens on port 9090");
        fault.Targets.Count.Should().BeGreaterThanOrEqualTo(5).And.Be(pod.Restarts + 1);
        fault.Targets.Should().NotContain(pod.Sandbox.Id);
    }

    [Fact]
    public async Task A_successor_that_listens_at_once_and_is_connected_to_is_a_lost_fault()
    {
        await using var pod = await TestPod.StartAsync(faults, TimeSpan.Zero, BackOff);
        await using var fault = new PodCrashLoop(pod.Options);
        const string connect = "use IO::Socket::INET; while (1) { my $s = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => 9090, Timeout => 1); select(undef, undef, undef, 0.005) }";
        await using var client = new Removal(await faults.Engine.StartAsync(
            (faults.Spec(TestImages.NetworkTools, "client", "perl", "-e", connect) with { Entrypoint = ["env"] }).WithNetworkNamespaceOf(pod.Sandbox), None));
        await fault.InjectAsync(None);

        var lost = await fault.Invoking(async f =>
        {
            while (pod.Restarts < 10)
            {
                await f.VerifyEffectiveAsync(None);
            }
        }).Should().ThrowAsync<FaultException>();

        lost.WithMessage("*lost its effect*a successor listen*");
    }

    [Fact]
    public async Task A_single_kill_is_restarted_by_the_kubelet()
    {
        await using var pod = await TestPod.StartAsync(faults, TimeSpan.FromSeconds(0.3), BackOff);
        await using var fault = new PodKill(pod.Options);

        await fault.InjectAsync(None);
        (await fault.VerifyEffectiveAsync(None)).Evidence.Should().Contain("exited, exit code 137");
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("listens on port 9090");
        await fault.VerifyGoneAsync(None);
        pod.Restarts.Should().Be(1);
    }

    [Fact]
    public async Task Restarts_are_counted_once_the_last_successor_works()
    {
        await using var pod = await TestPod.StartAsync(faults, TimeSpan.FromSeconds(0.3), BackOff);
        await using var fault = new PodRestarts(pod.Options, 2);

        await fault.InjectAsync(None);
        (await fault.VerifyEffectiveAsync(None)).Evidence.Should().StartWith("process killed 2 times and restarted as often").And.Contain("listens on port 9090");
        pod.Restarts.Should().Be(2);
        await fault.VerifyEffectiveAsync(None);
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("listens on port 9090");
        pod.Restarts.Should().Be(2, "nothing is killed after the last restart");
    }

    [Fact]
    public async Task A_restart_that_does_not_come_is_no_effect()
    {
        await using var pod = await TestPod.StartAsync(faults, TimeSpan.FromSeconds(0.3), TimeSpan.FromMinutes(10));
        await using var fault = new PodRestarts(pod.Options with { RestartLimit = TimeSpan.FromSeconds(2) }, 2);
        await fault.InjectAsync(None);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*pod-restarts*0 successors*");
    }

    [Fact]
    public async Task A_pod_that_is_never_restarted_is_not_back()
    {
        await using var pod = await TestPod.StartAsync(faults, TimeSpan.FromSeconds(0.3), TimeSpan.FromMinutes(10));
        await using var fault = new PodKill(pod.Options with { RestartLimit = TimeSpan.FromSeconds(2) });
        await fault.InjectAsync(None);
        await fault.RollBackAsync(None);

        (await fault.Invoking(f => f.VerifyGoneAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*waited 2 s*0 successors*");
    }

    [Fact]
    public async Task A_pod_that_is_not_there_cannot_be_faulted()
    {
        await using var pod = await TestPod.StartAsync(faults, ListensAfter, BackOff);
        await using var fault = new PodCrashLoop(pod.Options with { Pod = "no-such-pod" });

        (await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*no-such-pod*0 running sandboxes*");
    }

    [Fact]
    public async Task A_pod_that_does_not_listen_cannot_be_faulted()
    {
        await using var pod = await TestPod.StartAsync(faults, ListensAfter, BackOff);
        await using var fault = new PodCrashLoop(pod.Options with { Port = 9091 });

        (await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*does not listen on port 9091*");
    }

    private sealed class Removal(Environments.Containers.Container container) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await container.RemoveAsync(None);
    }
}
