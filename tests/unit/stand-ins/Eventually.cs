namespace NovaCron.Validation.Tests.Unit.StandIns;

/// <summary>Waits on state that another task brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task BecomesTrueAsync(Func<bool> condition, string what)
    {
        using var timeout = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!condition())
        {
            if (timeout.IsCancellationRequested)
                throw new TimeoutException($"{what} did not come about within {Limit.TotalSeconds} s.");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
