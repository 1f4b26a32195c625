namespace NovaCron.Validation.Scenarios.Load;

/// <summary>How requests arrive during a stretch of time. Times are wall time: rates are never scaled.</summary>
public abstract record LoadSimulation
{
    private protected LoadSimulation(TimeSpan? during)
    {
        if (during is { } length && length <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(during), during, "a load simulation lasts longer than zero; null lets it last until the load is stopped");
        }

        During = during;
    }

    /// <summary>How long it lasts; null until the load is stopped.</summary>
    public TimeSpan? During { get; }

    /// <summary>Arrivals per second at its end, where a ramp that follows sets off; 0 for those that pace no arrivals.</summary>
    public virtual double EndRatePerSecond => 0;
}

/// <summary>Ways in which requests arrive, under NBomber's names.</summary>
public static class Simulation
{
    /// <summary>Open model: requests arrive evenly spaced, however long the answers take.</summary>
    /// <param name="rate">Requests per interval.</param>
    /// <param name="interval">The interval.</param>
    /// <param name="during">How long; null until the load is stopped.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not above zero.</exception>
    public static LoadSimulation Inject(int rate, TimeSpan interval, TimeSpan? during) => new InjectSimulation(PerSecond(rate, interval), during);

    /// <summary>Open model: the rate moves evenly from the preceding simulation's rate, or from 0, to the one given.</summary>
    /// <param name="rate">Requests per interval at the end; 0 fades out.</param>
    /// <param name="interval">The interval.</param>
    /// <param name="during">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, or a time is not above zero.</exception>
    public static LoadSimulation RampingInject(int rate, TimeSpan interval, TimeSpan during) =>
        new RampingInjectSimulation(rate == 0 ? 0 : PerSecond(rate, interval), during);

    /// <summary>Closed model: so many copies run at the same time, each starting anew when it has its answer.</summary>
    /// <param name="copies">Copies.</param>
    /// <param name="during">How long; null until the load is stopped.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not above zero.</exception>
    public static LoadSimulation KeepConstant(int copies, TimeSpan? during)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(copies);
        return new KeepConstantSimulation(copies, during);
    }

    /// <summary>Nothing arrives.</summary>
    /// <param name="during">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
    public static LoadSimulation Pause(TimeSpan during) => new PauseSimulation(during);

    private static double PerSecond(int rate, TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        return rate / interval.TotalSeconds;
    }
}

internal sealed record InjectSimulation(double RatePerSecond, TimeSpan? Length) : LoadSimulation(Length)
{
    public override double EndRatePerSecond => RatePerSecond;
}

internal sealed record RampingInjectSimulation(double RatePerSecond, TimeSpan Length) : LoadSimulation(Length)
{
    public override double EndRatePerSecond => RatePerSecond;
}

internal sealed record KeepConstantSimulation(int Copies, TimeSpan? Length) : LoadSimulation(Length);

internal sealed record PauseSimulation(TimeSpan Length) : LoadSimulation(Length);
