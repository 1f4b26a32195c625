using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring.Clients;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>A small complete stack of its own: one internal network, the real servers, the stand-ins, and a gateway on 127.0.0.1.</summary>
public sealed class Cell : IAsyncDisposable
{
    private static readonly TimeSpan TearDownLimit = TimeSpan.FromSeconds(60);
    private readonly Dictionary<string, Container> _containers;
    private readonly IReadOnlyDictionary<int, int> _ports;
    private readonly HttpClient[] _clients;

    internal Cell(CellBlueprint blueprint, RunContext run, Network network, Dictionary<string, Container> containers, IReadOnlyDictionary<int, int> ports)
    {
        Blueprint = blueprint;
        Run = run;
        Network = network;
        _containers = containers;
        _ports = ports;
        _clients = [Client(GatewayConfiguration.Prometheus), Client(GatewayConfiguration.Alertmanager), Client(GatewayConfiguration.Receivers)];
        Prometheus = new PrometheusClient(_clients[0]);
        Alertmanager = new AlertmanagerClient(_clients[1]);
        Receivers = new ReceiversClient(_clients[2]);
        Kubernetes = new KubernetesClient(Port(GatewayConfiguration.Kubernetes), run);
    }

    /// <summary>What the cell is made of.</summary>
    public CellBlueprint Blueprint { get; }

    /// <summary>What it shares with the run's other cells.</summary>
    public RunContext Run { get; }

    /// <summary>Its internal network.</summary>
    public Network Network { get; }

    /// <summary>Its Prometheus.</summary>
    public PrometheusClient Prometheus { get; }

    /// <summary>Its Alertmanager.</summary>
    public AlertmanagerClient Alertmanager { get; }

    /// <summary>What its receivers' stand-in got.</summary>
    public ReceiversClient Receivers { get; }

    /// <summary>Its Kubernetes API; nobody answers in a cell without API pods.</summary>
    public KubernetesClient Kubernetes { get; }

    /// <summary>Labels that all its containers carry.</summary>
    public IReadOnlyDictionary<string, string> Labels => RunLabels.OfCell(Run.RunId, Blueprint.Name);

    /// <summary>Base address of the API, spread over its pods.</summary>
    public Uri Api => new($"http://127.0.0.1:{Port(GatewayConfiguration.Api)}/");

    /// <summary>Port of Redis on 127.0.0.1.</summary>
    public int RedisPort => Port(GatewayConfiguration.Redis);

    /// <summary>Npgsql connection string of the application's database.</summary>
    /// <param name="role">Role to connect as.</param>
    public string Database(string role = CellNames.Database) => Database(GatewayConfiguration.Postgres, role);

    /// <summary>Npgsql connection string of the same database on the standby, as the superuser; nobody answers in a cell without a standby.</summary>
    public string Standby => Database(GatewayConfiguration.PostgresStandby, "postgres");

    /// <summary>A container by role, e.g. <c>prometheus</c>.</summary>
    /// <exception cref="KeyNotFoundException">The cell has no such container.</exception>
    public Container Container(string role) => _containers[role];

    /// <summary>Removes all of it; that is the undo of every fault in it.</summary>
    public async ValueTask DisposeAsync()
    {
        Kubernetes.Dispose();
        Array.ForEach(_clients, client => client.Dispose());
        await RemoveAsync(Run, Blueprint.Name);
    }

    internal static async Task RemoveAsync(RunContext run, string cell)
    {
        using var limit = new CancellationTokenSource(TearDownLimit);
        var labels = RunLabels.OfCell(run.RunId, cell);
        // The kubelet goes first: it would start again what is removed.
        var kubelets = await run.Engine.ListContainersAsync(labels.SetItem(RunLabels.Role, "kubernetes"), limit.Token);
        foreach (var kubelet in kubelets)
        {
            await run.Engine.Container(kubelet.Id).RemoveAsync(limit.Token);
        }

        await run.Engine.RemoveAllAsync(labels, limit.Token);
    }

    // Of a system that the cell does not have: port 0, where nobody answers.
    private int Port(int gateway) => _ports.GetValueOrDefault(gateway);

    private string Database(int port, string role) => $"Host=127.0.0.1;Port={Port(port)};Database={CellNames.Database};Username={role}";

    private HttpClient Client(int port) => new() { BaseAddress = new Uri($"http://127.0.0.1:{Port(port)}/") };
}
