namespace NovaCron.Validation.FaultInjectors;

/// <summary>An open model of arrivals: what is due depends on the time alone, so that a slow server never slows them.</summary>
/// <param name="perSecond">Arrivals per wall second.</param>
internal sealed class Pace(double perSecond)
{
    private long _taken;

    /// <summary>Takes what has become due.</summary>
    /// <param name="elapsed">Wall time since the start.</param>
    /// <param name="most">The most to take at once; the rest stays due.</param>
    /// <returns>How many arrivals to make now.</returns>
    public int Take(TimeSpan elapsed, int most)
    {
        var due = (long)Math.Floor(elapsed.TotalSeconds * perSecond) - _taken;
        var now = (int)Math.Clamp(due, 0, most);
        _taken += now;
        return now;
    }
}
