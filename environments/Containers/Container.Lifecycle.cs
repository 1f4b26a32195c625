using System.Globalization;
using NovaCron.Validation.Environments.Containers.Api;
using NovaCron.Validation.Environments.Containers.Waits;

namespace NovaCron.Validation.Environments.Containers;

/// <content>Starting and ending.</content>
public sealed partial class Container
{
    /// <summary>Sends a signal to the container's first process, which passes it on to the program.</summary>
    /// <param name="signal">Name or number, e.g. <c>KILL</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">It does not run (<see cref="EngineException.StatusCode"/> 409), or the engine failed.</exception>
    public Task KillAsync(string signal, CancellationToken cancellationToken) => WithNetworksLockedAsync(async () =>
    {
        await ChangeAsync($"kill?signal={Uri.EscapeDataString(signal)}", $"send {signal} to {this}", cancellationToken);

        // The endpoint is given back after the answer, under the lock that an inspection waits for.
        await InspectAsync(cancellationToken);
    }, cancellationToken);

    /// <summary>Asks the program to end (TERM) and kills it when it has not after the grace period.</summary>
    /// <param name="grace">Wall time, whole seconds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task StopAsync(TimeSpan grace, CancellationToken cancellationToken) => WithNetworksLockedAsync(async () =>
    {
        var seconds = ((int)grace.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var request = EngineRequest.Post($"{Path}/stop?t={seconds}", $"stop {this}", grace + Timeouts.Change);
        await Http.CallAsync(request, cancellationToken);
        await InspectAsync(cancellationToken);
    }, cancellationToken);

    /// <summary>Starts the stopped container again; nothing happens when it runs. Wait strategies are not asked: see <see cref="WaitUntilAsync"/>.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => ChangeAsync("start", $"start {this}", cancellationToken);

    /// <summary>Waits for a condition.</summary>
    /// <param name="strategy">The condition, with its time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">The container ended, or the time is over; the message has the tail of its output.</exception>
    public Task WaitUntilAsync(WaitStrategy strategy, CancellationToken cancellationToken) =>
        new Readiness(this, Http.Time).WaitForAsync(strategy, cancellationToken);

    /// <summary>Waits until it does not run.</summary>
    /// <param name="timeout">Longest wait, wall time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="EngineException">The time is over, or the engine failed.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var request = EngineRequest.Post($"{Path}/wait?condition=not-running", $"see {this} end", timeout) with
        {
            Passage = GatePassage.None,
            TimeoutMeaning = "It still runs.",
        };
        return (await Http.ReadAsync<Wire.WaitAnswer>(request, cancellationToken)).StatusCode;
    }

    /// <summary>Removes it by force; nothing happens when it is already gone.</summary>
    /// <exception cref="EngineException">The engine failed or hangs.</exception>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WithNetworksLockedAsync(() => Removal.RemoveAsync(Http, Id, Name, cancellationToken), cancellationToken);
            await Removal.AwaitGoneAsync(this, cancellationToken);
        }
        catch (EngineException e) when (e.StatusCode == Removal.NotFound)
        {
            // Gone before it could be asked for its networks.
        }
    }

    internal async Task WithNetworksLockedAsync(Func<Task> action, CancellationToken cancellationToken)
    {
        var inspection = await InspectWireAsync(cancellationToken);
        using var hold = await Http.Gate.LockNetworksAsync(Inspections.NetworkIds(inspection.NetworkSettings), cancellationToken);
        await action();
    }

    private Task<EngineReply> ChangeAsync(string call, string attempt, CancellationToken cancellationToken) =>
        Http.CallAsync(EngineRequest.Post($"{Path}/{call}", attempt, Timeouts.Change), cancellationToken);
}
