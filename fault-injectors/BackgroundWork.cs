namespace NovaCron.Validation.FaultInjectors;

/// <summary>Work that keeps a fault going until it is stopped, and the error that ended it before.</summary>
internal sealed class BackgroundWork : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    private BackgroundWork(Func<CancellationToken, Task> body) => _work = Task.Run(() => RunAsync(body), CancellationToken.None);

    /// <summary>Why the work ended although nobody stopped it; null while it goes on.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Starts work that is meant to go on until its token is cancelled.</summary>
    public static BackgroundWork Start(Func<CancellationToken, Task> body) => new(body);

    /// <summary>Starts several works of which the first that fails ends them all: the fault is then weaker than asked for, which is a lost fault.</summary>
    public static BackgroundWork StartAll(IEnumerable<Func<CancellationToken, Task>> bodies) => new(async cancellationToken =>
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = bodies.Select(body => body(stop.Token)).ToList();
        var first = await Task.WhenAny(running);
        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    });

    /// <summary>Stops the work and waits for its end. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
    }

    private async Task RunAsync(Func<CancellationToken, Task> body)
    {
        try
        {
            await body(_stop.Token);
            if (!_stop.IsCancellationRequested)
            {
                Failure = new FaultException("the work that keeps the fault going came to an end");
            }
        }
#pragma warning disable CA1031 // Whatever ends the work is reported by the next verification.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (!_stop.IsCancellationRequested)
            {
                Failure = e;
            }
        }
    }
}
