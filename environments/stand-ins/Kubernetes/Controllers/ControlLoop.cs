using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Controllers;

/// <summary>Brings the state in line with what is wanted whenever anything changed.</summary>
internal static class ControlLoop
{
    /// <summary>Runs until cancelled.</summary>
    /// <param name="store">The API's objects.</param>
    /// <param name="reconcile">Must come to rest: once all is in line it changes nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(ResourceStore store, Action reconcile, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = store.Changed;
            reconcile();
            await changed.WaitAsync(cancellationToken);
        }
    }
}
