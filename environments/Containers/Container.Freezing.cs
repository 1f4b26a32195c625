using Polly;
using Polly.Retry;

namespace NovaCron.Validation.Environments.Containers;

/// <content>Freezing and thawing.</content>
public sealed partial class Container
{
    private const int MostFreezes = 20;
    private static readonly TimeSpan FreezePace = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Freezes every process inside. The kernel freezes a cgroup only where all of its processes get to a point at which they can stop, which those that wait
    /// for their next quota do not: runc gives up after some tens of milliseconds then and lets them go, and it is for whoever asked to try again.
    /// </summary>
    /// <exception cref="EngineException">It does not run, or did not freeze in twenty tries.</exception>
    public Task PauseAsync(CancellationToken cancellationToken) =>
        Freezing().ExecuteAsync(async token => { await ChangeAsync("pause", $"pause {this}", token); }, cancellationToken).AsTask();

    /// <summary>Thaws every process inside.</summary>
    public Task UnpauseAsync(CancellationToken cancellationToken) => ChangeAsync("unpause", $"unpause {this}", cancellationToken);

    private ResiliencePipeline Freezing() => new ResiliencePipelineBuilder { TimeProvider = Http.Time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<EngineException>(e => e.StatusCode == 500 && e.Message.Contains("unable to freeze", StringComparison.Ordinal)),
            MaxRetryAttempts = MostFreezes - 1,
            Delay = FreezePace,
        })
        .Build();
}
