namespace NovaCron.Validation.Assertions.Checks.Values;

/// <summary>How fast a kubelet restarts a container that dies at once: immediately, then after 10 s, doubling to 5 min (its <c>backOffPeriod</c> and <c>MaxContainerBackOff</c>).</summary>
internal static class KubeletBackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The most restarts of a container in a window.</summary>
    public static double MostRestarts(TimeSpan window)
    {
        var (count, at, wait) = (0, TimeSpan.Zero, TimeSpan.Zero);
        while (at <= window && wait < Longest)
        {
            count++;
            wait = wait == TimeSpan.Zero ? First : TimeSpan.FromTicks(Math.Min(2 * wait.Ticks, Longest.Ticks));
            at += wait;
        }

        // From there on one comes every five minutes.
        return count + (at <= window ? 1 + Math.Floor((window - at) / Longest) : 0);
    }
}
