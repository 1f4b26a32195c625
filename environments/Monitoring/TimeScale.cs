namespace NovaCron.Validation.Environments.Monitoring;

/// <summary>Time compression: every documented duration is divided by <see cref="Factor"/>; 1 is the strategy byte for byte.</summary>
public readonly record struct TimeScale
{
    /// <summary>Largest factor; beyond it alerts were seen to resolve falsely.</summary>
    public const int Largest = 300;

    /// <summary>Creates a scale.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is below 1 or above <see cref="Largest"/>.</exception>
    public TimeScale(int factor)
    {
        if (factor is < 1 or > Largest)
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, $"a time scale is a whole number from 1 to {Largest}");
        }

        Factor = factor;
    }

    /// <summary>N.</summary>
    public int Factor { get; }

    /// <summary>Documented time → wall time.</summary>
    public TimeSpan ToWall(TimeSpan documented) => documented / Factor;

    /// <summary>Wall time → documented time.</summary>
    public TimeSpan ToDocumented(TimeSpan wall) => wall * Factor;

    /// <inheritdoc/>
    public override string ToString() => $"N={Factor}";
}
