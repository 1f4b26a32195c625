using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Environments.Containers;

/// <content>Its weight against other containers where CPU time is short.</content>
public sealed partial class Container
{
    /// <summary>Gives it another weight; what limits its CPU time holds all the same.</summary>
    /// <param name="shares">CPU shares, from 2 to 262144; see <see cref="ContainerInspection.CpuShares"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">There is no such container (<see cref="EngineException.StatusCode"/> 404), or the engine failed.</exception>
    public Task SetCpuSharesAsync(int shares, CancellationToken cancellationToken) =>
        Http.CallAsync(EngineRequest.Post($"{Path}/update", $"give {this} {shares} CPU shares", Timeouts.Change, new { CpuShares = shares }), cancellationToken);
}
