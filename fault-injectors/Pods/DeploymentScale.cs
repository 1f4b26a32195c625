namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>The API's Deployment scaled to zero, as <c>kubectl scale</c> does it, and back to as many pods as there were.</summary>
/// <param name="options">Where the pods run.</param>
/// <param name="time">Clock; the system's when null.</param>
public sealed class DeploymentScale(PodFleetOptions options, TimeProvider? time = null) : FleetFault("deployment-scale", options, time)
{
    private protected override Task TakeAsync(IReadOnlyList<string> pods, CancellationToken cancellationToken) => Options.Kubernetes.ScaleAsync(0, cancellationToken);

    private protected override Task GiveBackAsync(int count, CancellationToken cancellationToken) => Options.Kubernetes.ScaleAsync(count, cancellationToken);
}
