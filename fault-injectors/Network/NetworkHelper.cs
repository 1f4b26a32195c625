using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>Runs <c>nft</c> in the network namespace of a sandbox, from a container of its own with NET_ADMIN, so that the pod needs neither.</summary>
/// <param name="engine">The engine that runs the sandbox.</param>
/// <param name="cellLabels">Labels that every container of the cell carries; the helper gets them too.</param>
/// <param name="sandboxId">The sandbox.</param>
/// <param name="image">An image with <c>nft</c> and <c>sleep</c>.</param>
internal sealed class NetworkHelper(ContainerEngine engine, IReadOnlyDictionary<string, string> cellLabels, string sandboxId, string image)
{
    /// <summary>Label that tells the suite's containers from the system's.</summary>
    public const string RoleLabel = "novacron-validation.role";

    /// <summary>The role of a fault's own containers: what happens to them is no loss of the cell.</summary>
    public const string Role = "fault";

    private const string NetAdmin = "NET_ADMIN";
    private const int NotFound = 404;
    private static readonly TimeSpan OneShotLimit = TimeSpan.FromSeconds(20);
    private readonly string _sandbox = sandboxId[..Math.Min(sandboxId.Length, 12)];
    private Container? _helper;

    /// <summary>The helper's identifier; null while there is none.</summary>
    public string? Id => _helper?.Id;

    /// <summary>Starts the helper.</summary>
    public async Task StartAsync(CancellationToken cancellationToken) =>
        _helper = await engine.StartAsync(Spec() with { Command = ["sleep", "infinity"] }, cancellationToken);

    /// <summary>Runs a command in the helper.</summary>
    /// <exception cref="EngineException">The helper does not run.</exception>
    public Task<ExecResult> ExecAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        (_helper ?? throw new FaultException($"there is no helper in the network namespace of sandbox {_sandbox}")).ExecAsync(command, cancellationToken);

    /// <summary>Runs a command in a container of its own, which needs no helper.</summary>
    public Task<ExecResult> RunOnceAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        engine.RunAsync(Spec() with { Command = [.. command] }, OneShotLimit, cancellationToken);

    /// <summary>Runs a command in the helper, or in a container of its own when the helper has died.</summary>
    public async Task<ExecResult> ExecOrRunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        await IsRunningAsync(_helper?.Id, cancellationToken) ? await ExecAsync(command, cancellationToken) : await RunOnceAsync(command, cancellationToken);

    /// <summary>Whether the sandbox runs; its network namespace, rules included, ends with it.</summary>
    public Task<bool> SandboxRunsAsync(CancellationToken cancellationToken) => IsRunningAsync(sandboxId, cancellationToken);

    /// <summary>Removes the helper.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        if (_helper is not null)
        {
            await _helper.RemoveAsync(cancellationToken);
            _helper = null;
        }
    }

    private async Task<bool> IsRunningAsync(string? id, CancellationToken cancellationToken)
    {
        try
        {
            return id is not null && (await engine.Container(id).InspectAsync(cancellationToken)).State == "running";
        }
        catch (EngineException e) when (e.StatusCode == NotFound)
        {
            return false;
        }
    }

    // `env` runs the command as it is, whatever the image's own entry point would make of it.
    private ContainerSpec Spec() => new ContainerSpec
    {
        Image = image,
        Name = $"novacron-validation-fault-{_sandbox}-{Guid.NewGuid():N}",
        Entrypoint = ["env"],
        NetworkNamespaceOf = sandboxId,
        Capabilities = [NetAdmin],
        User = "0",
    }.WithLabels(cellLabels).WithLabel(RoleLabel, Role);
}
