using System.Globalization;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Tests.Stack.Faults;

/// <summary>A pod as a kubelet with dockershim runs it: a sandbox, and a container that is replaced by a new one whenever it ends.</summary>
public sealed class TestPod : IAsyncDisposable
{
    public const int Port = 9090;
    private readonly FaultFixture _faults;
    private readonly string _name;
    private readonly TimeSpan _listensAfter;
    private readonly TimeSpan _backOff;
    private readonly CancellationTokenSource _stop = new();
    private Task _kubelet = Task.CompletedTask;

    private TestPod(FaultFixture faults, string name, TimeSpan listensAfter, TimeSpan backOff) =>
        (_faults, _name, _listensAfter, _backOff) = (faults, name, listensAfter, backOff);

    public Container Sandbox { get; private set; } = null!;

    public int Restarts { get; private set; }

    public PodFaultOptions Options => new()
    {
        Engine = _faults.Engine,
        CellLabels = _faults.Labels,
        Pod = _name,
        Port = Port,
        RestartLimit = TimeSpan.FromSeconds(20),
        MaximumDuration = TimeSpan.FromMinutes(2),
    };

    /// <param name="faults">Engine and labels.</param>
    /// <param name="listensAfter">Time from a container's start until it listens.</param>
    /// <param name="backOff">Time from a container's end until its successor is started.</param>
    public static async Task<TestPod> StartAsync(FaultFixture faults, TimeSpan listensAfter, TimeSpan backOff)
    {
        var pod = new TestPod(faults, faults.NextName("pod"), listensAfter, backOff);
        var network = await faults.NetworkAsync(isInternal: true);
        pod.Sandbox = await faults.Engine.StartAsync(pod.Spec("POD", "podsandbox", "sleep", "infinity").WithNetwork(network), CancellationToken.None);
        var events = faults.Engine.EventsAsync(faults.Labels, CancellationToken.None);
        await faults.Engine.StartAsync(pod.App().WithWaitStrategy(Wait.ForPort(Port)), CancellationToken.None);
        pod._kubelet = Task.Run(() => pod.RestartAsync(events));
        return pod;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _kubelet.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RestartAsync(IAsyncEnumerable<ContainerEvent> events)
    {
        await foreach (var happened in events.WithCancellation(_stop.Token))
        {
            if (happened.Action == "die" && happened.Attributes.GetValueOrDefault(PodContainers.PodLabel) == _name)
            {
                await Task.Delay(_backOff, _stop.Token);
                Restarts++;
                await _faults.Engine.StartAsync(App(), _stop.Token);
            }
        }
    }

    private ContainerSpec App()
    {
        var delay = _listensAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var script = $"use IO::Socket::INET; select(undef, undef, undef, {delay}); my $s = IO::Socket::INET->new(LocalPort => {Port}, Listen => 16, ReuseAddr => 1) or die; while (my $c = $s->accept) {{ close $c }}";
        return Spec("novacron-api", "container", "perl", "-e", script).WithNetworkNamespaceOf(Sandbox);
    }

    private ContainerSpec Spec(string container, string type, params ReadOnlySpan<string> command) => (_faults.Spec(TestImages.NetworkTools, "app", command) with { Entrypoint = ["env"] })
        .WithLabel(PodContainers.PodLabel, _name)
        .WithLabel(PodContainers.ContainerLabel, container)
        .WithLabel(PodContainers.TypeLabel, type);
}
