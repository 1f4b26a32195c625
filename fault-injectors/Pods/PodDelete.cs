namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>One pod of the API deleted, as <c>kubectl delete pod</c> does it; its Deployment replaces it under a new name.</summary>
/// <param name="options">Where the pods run.</param>
/// <param name="time">Clock; the system's when null.</param>
public sealed class PodDelete(PodFleetOptions options, TimeProvider? time = null) : FleetFault("pod-delete", options, time)
{
    private string? _victim;

    private protected override string? Victim => _victim;

    private protected override Task TakeAsync(IReadOnlyList<string> pods, CancellationToken cancellationToken)
    {
        _victim = pods[0];
        return Options.Kubernetes.DeletePodAsync(_victim, cancellationToken);
    }

    // Nothing is to be undone: the Deployment has made a new pod, or will.
    private protected override Task GiveBackAsync(int count, CancellationToken cancellationToken) => Task.CompletedTask;
}
