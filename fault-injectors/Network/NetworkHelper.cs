using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>Runs <c>nft</c> in the network namespace of a sandbox, from a container of its own with NET_ADMIN, so that the pod needs neither.</summary>
/// <param name="options">Which sandbox, and with what image.</param>
internal sealed class NetworkHelper(PacketLossOptions options)
{
    /// <summary>Label that tells the suite's containers from the system's.</summary>
    public const string RoleLabel = "novacron-validation.role";

    private const string Role = "fault";
    private const string NetAdmin = "NET_ADMIN";
    private const int NotFound = 404;
    private static readonly TimeSpan OneShotLimit = TimeSpan.FromSeconds(20);
    private readonly string _sandbox = options.SandboxId[..Math.Min(options.SandboxId.Length, 12)];
    private Container? _helper;

    /// <summary>The helper's identifier; null while there is none.</summary>
    public string? Id => _helper?.Id;

    /// <summary>Starts the helper.</summary>
    public async Task StartAsync(CancellationToken cancellationToken) =>
        _helper = await options.Engine.StartAsync(Spec() with { Command = ["sleep", "infinity"] }, cancellationToken);

    /// <summary>Runs a command in the helper.</summary>
    /// <exception cref="EngineException">The helper does not run.</exception>
    public Task<ExecResult> ExecAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        (_helper ?? throw new FaultException($"there is no helper in the network namespace of sandbox {_sandbox}")).ExecAsync(command, cancellationToken);

    /// <summary>Runs a command in a container of its own, which needs no helper.</summary>
    public Task<ExecResult> RunOnceAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        options.Engine.RunAsync(Spec() with { Command = [.. command] }, OneShotLimit, cancellationToken);

    /// <summary>Runs a command in the helper, or in a container of its own when the helper has died.</summary>
    public async Task<ExecResult> ExecOrRunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        await IsRunningAsync(_helper?.Id, cancellationToken) ? await ExecAsync(command, cancellationToken) : await RunOnceAsync(command, cancellationToken);

    /// <summary>Whether the sandbox runs; its network namespace, rules included, ends with it.</summary>
    public Task<bool> SandboxRunsAsync(CancellationToken cancellationToken) => IsRunningAsync(options.SandboxId, cancellationToken);

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
            return id is not null && (await options.Engine.Container(id).InspectAsync(cancellationToken)).State == "running";
        }
        catch (EngineException e) when (e.StatusCode == NotFound)
        {
            return false;
        }
    }

    // `env` runs the command as it is, whatever the image's own entry point would make of it.
    private ContainerSpec Spec() => new ContainerSpec
    {
        Image = options.Image,
        Name = $"novacron-validation-fault-{_sandbox}-{Guid.NewGuid():N}",
        Entrypoint = ["env"],
        NetworkNamespaceOf = options.SandboxId,
        Capabilities = [NetAdmin],
        User = "0",
    }.WithLabels(options.CellLabels).WithLabel(RoleLabel, Role);
}
