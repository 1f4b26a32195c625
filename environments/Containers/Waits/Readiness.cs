using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Environments.Containers.Waits;

/// <summary>Asks a wait strategy again and again until it holds, its time is over or the container ends.</summary>
internal sealed class Readiness(Container container, TimeProvider time)
{
    private const int Conflict = 409;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(75);

    /// <summary>Waits.</summary>
    /// <exception cref="EngineException">The container ended, or the time is over; the message has the tail of its output.</exception>
    public async Task WaitForAsync(WaitStrategy strategy, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(strategy.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var timer = new PeriodicTimer(Pace, time);
            while (!await HoldsAsync(strategy, either.Token))
            {
                await timer.WaitForNextTickAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var state = (await container.InspectAsync(cancellationToken)).State;
            throw new EngineException(
                $"{container} was not ready: waited {EngineErrors.Seconds(strategy.Timeout)} for {strategy.Describe()}, it is {state}. {await container.LastWordsAsync(cancellationToken)}");
        }
    }

    private async Task<bool> HoldsAsync(WaitStrategy strategy, CancellationToken cancellationToken)
    {
        var inspection = await container.InspectAsync(cancellationToken);
        if (!inspection.IsRunning)
        {
            var memory = inspection.OomKilled ? " (killed for its memory limit)" : "";
            throw new EngineException(
                $"{container} ended with exit code {inspection.ExitCode}{memory} while {strategy.Describe()} was awaited. {await container.LastWordsAsync(cancellationToken)}");
        }

        try
        {
            return await strategy.CheckAsync(container, cancellationToken);
        }
        catch (EngineException e) when (e.StatusCode == Conflict)
        {
            // It ended, or was paused, between the two questions; the next round tells which.
            return false;
        }
    }
}
