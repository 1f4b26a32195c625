using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>The values that a signal is given in simulated time, in its unit. Shares are of the threshold.</summary>
/// <param name="contract">The promise.</param>
/// <param name="healthy">The signal while all is well; null for one that is clearly on the good side.</param>
/// <param name="canBe">Whether series can give the signal a value: a part is never more than its whole.</param>
public sealed class SignalLevels(AlertContract contract, double? healthy, Func<double, bool> canBe)
{
    private const double Near = 0.05;
    private const double LittleMore = 0.08;
    private const double Raise = 0.30;
    private const double Far = 0.60;
    private const double Plenty = 2;

    // Of what a scrape that is left out takes from a window, so that the rest is above the threshold and the whole is not.
    private const double OfWhatIsLeftOut = 0.3;

    // A quantile moves within a bucket by more than the share of observations that move it.
    private const double OfWhatIsLeftOutOfQuantile = 0.1;

    /// <summary>All is well.</summary>
    public double Healthy => healthy ?? (contract.Comparator == Comparator.EqualTo ? (contract.Threshold.Equals(0) ? 1 : 0) : Beside(contract.Comparator == Comparator.Below ? -Far / 3 : -Far));

    /// <summary>Five hundredths of the threshold short of it; null where nothing is near, as between up and down.</summary>
    public double? JustBelow => contract.Comparator == Comparator.EqualTo || contract.Threshold.Equals(0) ? null : Beside(-Near);

    /// <summary>Exactly the threshold, which is not beyond it; null where rounding in the engine, or in another way to write the same rule, may say otherwise.</summary>
    public double? Exactly => contract.Comparator != Comparator.EqualTo && contract.Signal is Gauge ? contract.Threshold : null;

    /// <summary>Five hundredths of the threshold beyond it.</summary>
    public double JustAbove => Beside(Near);

    /// <summary>Further beyond it, so that what tells the value tells another one; the same as <see cref="JustAbove"/> where nothing is further.</summary>
    public double Higher => Furthest(Raise, LittleMore);

    /// <summary>Far beyond it, for what must not count.</summary>
    public double FarBeyond => contract.Comparator == Comparator.Below ? Furthest(Far, Raise) : Furthest(Plenty, Raise);

    /// <summary>So little beyond it that an interruption brings the signal back, however long its window.</summary>
    /// <param name="interruption">How long that is.</param>
    public double Barely(TimeSpan interruption) => contract.Signal.Window == TimeSpan.Zero || contract.Comparator == Comparator.EqualTo || contract.Threshold.Equals(0)
        ? JustAbove
        : Beside(Math.Min(Near, (contract.Signal is Quantile ? OfWhatIsLeftOutOfQuantile : OfWhatIsLeftOut) * (interruption / contract.Signal.Window) * Math.Abs((contract.Threshold - Healthy) / contract.Threshold)));

    private double Furthest(params ReadOnlySpan<double> shares)
    {
        foreach (var share in shares)
        {
            if (canBe(Beside(share)))
            {
                return Beside(share);
            }
        }

        return JustAbove;
    }

    // A share of the threshold towards its bad side.
    private double Beside(double share) => contract.Comparator switch
    {
        Comparator.EqualTo => contract.Threshold,
        _ when contract.Threshold.Equals(0) => share <= 0 ? 0 : contract.Comparator == Comparator.Above ? share : -share,
        Comparator.Above => contract.Threshold + (share * Math.Abs(contract.Threshold)),
        _ => contract.Threshold - (share * Math.Abs(contract.Threshold)),
    };
}
