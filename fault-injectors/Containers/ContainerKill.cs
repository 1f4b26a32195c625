namespace NovaCron.Validation.FaultInjectors.Containers;

/// <summary>A server killed by SIGKILL, and its container started again at roll-back.</summary>
/// <param name="options">Which container.</param>
/// <param name="time">Clock; the system's when null.</param>
public sealed class ContainerKill(ContainerKillOptions options, TimeProvider? time = null) : ContainerFault("container-kill", options, time)
{
    private protected override string Verb => "kill";

    private protected override string Harmed => "dead";

    private protected override Task TakeAsync(CancellationToken cancellationToken) => Container.KillAsync("KILL", cancellationToken);

    private protected override Task GiveBackAsync(CancellationToken cancellationToken) => Container.StartAsync(cancellationToken);
}
