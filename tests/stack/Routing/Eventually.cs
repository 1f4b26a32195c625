namespace NovaCron.Validation.Tests.Stack.Routing;

/// <summary>Alertmanager goes over its alerts in the background after a reload.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(25);

    /// <summary>Waits until the answers are as expected twice in a row, so that none is taken in passing.</summary>
    public static async Task AgreesAsync(Func<Task<IEnumerable<string>>> ask, IEnumerable<string> expected, string configuration)
    {
        var wanted = expected.Order(StringComparer.Ordinal).ToList();
        List<string> last = [];
        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Pace);
        for (var agreed = 0; agreed < 2 && TimeProvider.System.GetElapsedTime(started) < Patience; agreed = last.SequenceEqual(wanted) ? agreed + 1 : 0)
        {
            await timer.WaitForNextTickAsync();
            last = [.. (await ask()).Order(StringComparer.Ordinal)];
        }

        last.Except(wanted).Should().BeEmpty("we expect instead\n{0}\nwith\n{1}", string.Join('\n', wanted.Except(last)), configuration);
        wanted.Except(last).Should().BeEmpty("with\n{0}", configuration);
    }
}
