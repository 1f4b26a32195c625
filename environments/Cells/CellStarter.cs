using System.Collections.Immutable;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Starts cells, one after the other: creating one takes a core for two seconds, and would disturb those that are measured if all did it at once.</summary>
/// <param name="run">What the run's cells share.</param>
public sealed class CellStarter(RunContext run) : IDisposable
{
    private const string Exporter = "-exporter";
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Starts a cell's containers and deploys the API; <see cref="CellReadiness"/> tells when it is ready.</summary>
    /// <param name="blueprint">What it is made of.</param>
    /// <param name="onTurn">Told when its turn has come.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="EngineException">A container did not start; what was started is removed again.</exception>
    public async Task<Cell> StartAsync(CellBlueprint blueprint, Action? onTurn, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        onTurn?.Invoke();
        try
        {
            return await StartContainersAsync(blueprint, cancellationToken);
        }
        catch
        {
            await Cell.RemoveAsync(run, blueprint.Name);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Cell> StartContainersAsync(CellBlueprint blueprint, CancellationToken cancellationToken)
    {
        var network = await run.Engine.CreateNetworkAsync(
            new NetworkSpec($"{run.NamePrefix}-{blueprint.Name}", true, RunLabels.OfCell(run.RunId, blueprint.Name)), cancellationToken);
        var describe = new CellContainers(blueprint, run, network);
        var specs = Systems(blueprint, describe).ToList();
        var standby = blueprint.Systems.HasFlag(CellSystems.Standby) ? describe.PostgresStandby() : null;
        // What has no network of its own lives in a sandbox.
        var sandboxes = specs.Concat(standby is null ? [] : [standby]).Where(s => s.Networks.IsEmpty)
            .ToDictionary(RoleOf, s => run.Engine.StartAsync(describe.Sandbox(s), cancellationToken));
        var gateway = run.Engine.StartAsync(describe.Gateway(), cancellationToken);
        var systems = specs.Select(spec => StartAsync(sandboxes, spec, cancellationToken)).ToList();
        // All of them, whichever fails first: what is still starting could not be removed.
        await Task.WhenAll([.. sandboxes.Values, gateway, .. systems]);
        var started = (await Task.WhenAll(systems)).ToDictionary(c => c.Role, c => c.Container);
        started["gateway"] = await gateway;
        foreach (var (role, sandbox) in sandboxes)
        {
            started[CellNames.SandboxOf(role)] = await sandbox;
        }

        var ports = (await started["gateway"].InspectAsync(cancellationToken)).PublishedPorts;
        var cell = new Cell(blueprint, run, network, started, ports);
        if (blueprint.Systems.HasFlag(CellSystems.Postgres))
        {
            await new ExporterRole(blueprint.Exporters).CreateAsync(started["postgres"], cancellationToken);
        }

        if (standby is not null)
        {
            var (server, container) = await StartAsync(sandboxes, standby, cancellationToken);
            started[server] = container;
        }

        if (blueprint.Systems.HasFlag(CellSystems.Api))
        {
            await DeployApiAsync(cell, cancellationToken);
        }

        return cell;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static IEnumerable<ContainerSpec> Systems(CellBlueprint blueprint, CellContainers describe)
    {
        if (blueprint.Systems.HasFlag(CellSystems.Api))
        {
            yield return describe.Kubernetes();
        }

        yield return describe.Receivers();
        yield return describe.Alertmanager();
        if (blueprint.Systems.HasFlag(CellSystems.Postgres))
        {
            yield return describe.Postgres();
            yield return describe.PostgresExporter();
        }

        // The standby itself is started once the primary answers.
        if (blueprint.Systems.HasFlag(CellSystems.Standby))
        {
            yield return describe.PostgresStandbyExporter();
        }

        if (blueprint.Systems.HasFlag(CellSystems.Redis))
        {
            yield return describe.Redis();
            yield return describe.RedisExporter();
        }

        // Last in order, not in time: its discovery takes five seconds, in which the Kubernetes API and the pods come up.
        yield return describe.Prometheus();
    }

    private async Task<(string Role, Container Container)> StartAsync(
        Dictionary<string, Task<Container>> sandboxes, ContainerSpec spec, CancellationToken cancellationToken)
    {
        var role = RoleOf(spec);
        if (spec.Networks.IsEmpty)
        {
            spec = spec with { NetworkNamespaceOf = (await sandboxes[role]).Id };
        }
        else if (ServerOf(role) is { } server && sandboxes.TryGetValue(server, out var sandbox))
        {
            // It connects anew for every scrape, which has 0.4 s at N = 25: the engine, while it creates other cells, may take longer to answer for a name.
            var addresses = (await (await sandbox).InspectAsync(cancellationToken)).Addresses;
            spec = spec.WithExtraHost(server, addresses[spec.Networks[0].Network.Name]);
        }

        return (role, await run.Engine.StartAsync(spec, cancellationToken));
    }

    // The server that an exporter asks; null of all else.
    private static string? ServerOf(string role) => role.EndsWith(Exporter, StringComparison.Ordinal) ? role[..^Exporter.Length] : null;

    private static string RoleOf(ContainerSpec spec) => spec.Labels[RunLabels.Role];

    private async Task DeployApiAsync(Cell cell, CancellationToken cancellationToken)
    {
        await CellReadiness.UntilAsync("the Kubernetes API answers", cell.Kubernetes.HealthyAsync, cancellationToken);
        const string services = $"api/v1/namespaces/{CellNames.Namespace}/services";
        await cell.Kubernetes.CreateAsync(services, ApiDeployment.Service(CellNames.Api, CellNames.ApiPort, "TCP"), cancellationToken);
        await cell.Kubernetes.CreateAsync(services, ApiDeployment.Service(CellNames.Dwcp, CellNames.DwcpPort, "UDP"), cancellationToken);
        var image = run.Images[ImageCatalogue.NovaCronApi];
        var isStandIn = image == run.Images[ImageCatalogue.StandIns];
        await cell.Kubernetes.CreateAsync(
            $"apis/apps/v1/namespaces/{CellNames.Namespace}/deployments",
            ApiDeployment.Deployment(image, cell.Blueprint.ApiReplicas, cell.Blueprint.ApiCpu, ApiVariables(cell.Blueprint), isStandIn),
            cancellationToken);
    }

    private static ImmutableSortedDictionary<string, string> ApiVariables(CellBlueprint blueprint)
    {
        var variables = blueprint.ApiEnvironment.ToBuilder();
        variables["DWCP_PEERS"] = CellNames.Dwcp;
        if (blueprint.Systems.HasFlag(CellSystems.Postgres))
        {
            variables["DATABASE_URL"] = $"Host=postgres;Database={CellNames.Database};Username={CellNames.Database}";
        }

        if (blueprint.Systems.HasFlag(CellSystems.Redis))
        {
            variables["CACHE_ADDRESS"] = "redis:6379";
        }

        return variables.ToImmutable();
    }
}
