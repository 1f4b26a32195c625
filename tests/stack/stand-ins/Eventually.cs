namespace NovaCron.Validation.Tests.Stack.StandIns;

/// <summary>Waits on state outside of the process.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<T> GetsAsync<T>(Func<Task<T?>> look, Func<string> explain) where T : class
    {
        using var timeout = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if (await look() is { } found)
                return found;
            if (timeout.IsCancellationRequested)
                throw new TimeoutException($"Not within {Limit.TotalSeconds} s: {explain()}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
