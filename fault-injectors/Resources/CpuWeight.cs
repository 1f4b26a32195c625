using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>
/// Lets a container have the CPU time of its quota however busy the machine is. By its own weight others would keep a pressed container below its quota, and
/// the fault would come and go with their work. The quota bounds it as before.
/// </summary>
internal sealed class CpuWeight
{
    // Twice that of a container that was given none, a quarter of what a cell's own have: what measures is not to be late for the fault's sake.
    private const int Raised = 2 * ContainerInspection.DefaultCpuShares;
    private (Container Container, int Shares)? _before;

    /// <summary>Raises the weight of a container.</summary>
    public async Task RaiseAsync(Container container, CancellationToken cancellationToken)
    {
        _before = (container, (await container.InspectAsync(cancellationToken)).CpuShares);
        await container.SetCpuSharesAsync(Raised, cancellationToken);
    }

    /// <summary>Gives it back the weight that it had; nothing happens where none was raised, or the container is gone.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        if (_before is not { } before)
        {
            return;
        }

        try
        {
            await before.Container.SetCpuSharesAsync(before.Shares, cancellationToken);
        }
        catch (EngineException gone) when (gone.StatusCode is 404 or 409)
        {
            // Killed and removed meanwhile: its successor has its own.
        }

        _before = null;
    }
}
