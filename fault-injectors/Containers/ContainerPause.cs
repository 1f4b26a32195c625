namespace NovaCron.Validation.FaultInjectors.Containers;

/// <summary>A server's processes frozen, and thawed at roll-back: meanwhile the kernel takes connections, and nobody answers.</summary>
/// <param name="options">Which container.</param>
/// <param name="time">Clock; the system's when null.</param>
public sealed class ContainerPause(ContainerKillOptions options, TimeProvider? time = null) : ContainerFault("container-pause", options, time)
{
    private protected override string Verb => "pause";

    private protected override string Harmed => "paused";

    private protected override Task TakeAsync(CancellationToken cancellationToken) => Container.PauseAsync(cancellationToken);

    private protected override async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        if ((await Container.InspectAsync(cancellationToken)).State == "paused")
        {
            await Container.UnpauseAsync(cancellationToken);
        }
    }
}
