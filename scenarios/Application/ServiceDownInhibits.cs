using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Scenarios.Application;

/// <summary>ServiceDown as an inhibitor: the strategy lets it silence the alerts about single pods of its namespace.</summary>
internal static class ServiceDownInhibits
{
    private static readonly ServiceDown Scenario = new();

    /// <summary>
    /// Another pod of the namespace, frozen: it answers no scrape, which is all that ServiceDown asks, and it is back the moment it is thawed,
    /// where a crash loop would leave it to the kubelet's back-off.
    /// </summary>
    /// <param name="pod">The pod, counted from 0; not the one that the alert's own fault acts on.</param>
    public static Inhibitor By(int pod) => new(
        Scenario.Contract,
        Scenario.FaultedJobs,
        async (context, cancellationToken) => new PodPause(await ApiPods.TargetAsync(context, pod, cancellationToken), context.Time));
}
