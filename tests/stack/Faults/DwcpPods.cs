using System.Globalization;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Network;

namespace NovaCron.Validation.Tests.Stack.Faults;

/// <summary>Two pods that stream DWCP to each other, five streams each way: a sandbox and the API's stand-in in each.</summary>
public sealed class DwcpPods : IAsyncLifetime
{
    public const int Port = 9191;
    public const int ApiPort = 8080;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    public FaultFixture Faults { get; } = new();

    public Network Network { get; private set; } = null!;

    public Container First { get; private set; } = null!;

    public Container Second { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Faults.InitializeAsync();
        Network = await Faults.NetworkAsync(isInternal: true);
        First = await StartAsync("first");
        Second = await StartAsync("second");
        await UntilAsync(First, "dwcp_streams_active", value => value >= 10);
    }

    public Task DisposeAsync() => Faults.DisposeAsync();

    public async Task<string> AddressAsync(Container sandbox) => (await sandbox.InspectAsync(None)).Addresses[Network.Name];

    /// <summary>Containers that a fault has made and not removed.</summary>
    public async Task<IReadOnlyList<ContainerSummary>> HelpersAsync() =>
        await Faults.Engine.ListContainersAsync(new Dictionary<string, string>(Faults.Labels) { [NetworkHelper.RoleLabel] = NetworkHelper.Role }, None);

    /// <summary>Waits until a pod's metric has a value; what it says last is the answer.</summary>
    public static async Task<double> UntilAsync(Container sandbox, string metric, Func<double, bool> reached)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Poll);
        var value = await ReadAsync(sandbox, metric);
        while (value is not { } now || !reached(now))
        {
            limit.IsCancellationRequested.Should().BeFalse($"{metric} was awaited for {Patience}, and is {value}");
            await timer.WaitForNextTickAsync(None);
            value = await ReadAsync(sandbox, metric);
        }

        return value.Value;
    }

    /// <summary>Proves the effect, runs what is to hold meanwhile, and proves the end.</summary>
    public async Task WhileEffectiveAsync(IFault fault, Func<Task> meanwhile)
    {
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);
        await meanwhile();
        await fault.VerifyEffectiveAsync(None);
        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
        (await HelpersAsync()).Should().BeEmpty();
    }

    private static async Task<double?> ReadAsync(Container sandbox, string metric)
    {
        var answer = await sandbox.ExecAsync(["bash", "-c", @"exec 3<>/dev/tcp/127.0.0.1/9090 && printf 'GET /metrics HTTP/1.0\r\n\r\n' >&3 && cat <&3"], None);
        var line = answer.Stdout.Split('\n').FirstOrDefault(text => text.StartsWith(metric + " ", StringComparison.Ordinal));
        return line is null ? null : double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private async Task<Container> StartAsync(string name)
    {
        var tools = Faults.Spec(TestImages.NetworkTools, $"sandbox-{name}", "sleep", "infinity") with { Entrypoint = ["env"] };
        var sandbox = await Faults.Engine.StartAsync(tools.WithNetwork(Network, name), None);
        await Faults.Engine.StartAsync(
            Faults.Spec(TestImages.StandIns, $"api-{name}", "api")
                .WithNetworkNamespaceOf(sandbox)
                .WithEnvironment("DWCP_PEERS", "first,second")
                .WithEnvironment("DWCP_STREAMS", "5")
                .WithWaitStrategy(Wait.ForPort(ApiPort)),
            None);
        return sandbox;
    }
}
