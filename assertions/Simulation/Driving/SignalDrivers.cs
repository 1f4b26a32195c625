using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>Finds what makes the series of a signal.</summary>
internal static class SignalDrivers
{
    /// <summary>The driver of a signal.</summary>
    /// <exception cref="NotDrivableException">There is none for this kind of signal.</exception>
    public static ISignalDriver Of(Signal signal) => signal switch
    {
        Gauge gauge => new SelectorDriver(new(gauge.Metric, gauge.Matchers), isCounter: false),
        Rate rate => new SelectorDriver(new(rate.Metric, rate.Matchers), isCounter: true),
        Increase increase => new AffineDriver(new SelectorDriver(new(increase.Metric, increase.Matchers), isCounter: true), increase.Window.TotalSeconds),
        Times times => new AffineDriver(Of(times.Of), times.Factor),
        Sum sum => new SumDriver(Of(sum.Of), sum.By),
        Total total => new TotalDriver(Of(total.First), Of(total.Second)),
        Ratio ratio => new RatioDriver(Of(ratio.Numerator), Of(ratio.Denominator)),
        Quantile quantile => new QuantileDriver(quantile.Level, new(quantile.Buckets, quantile.Matchers)),
        Derivation.DerivedSignal derived => derived.Driver,
        _ => throw new NotDrivableException($"there is no way to simulate a signal of kind {signal.GetType().Name}"),
    };
}
