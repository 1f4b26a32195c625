namespace NovaCron.Validation.Assertions.Checks.Values;

/// <summary>Between which numbers all samples of an expression lie, whatever the data.</summary>
/// <param name="Min">The least that there can be.</param>
/// <param name="Max">The greatest that there can be.</param>
public readonly record struct ValueRange(double Min, double Max)
{
    /// <summary>Nothing is known.</summary>
    public static ValueRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity) { MayBeNaN = true };

    /// <summary>0 and more.</summary>
    public static ValueRange NotNegative { get; } = new(0, double.PositiveInfinity);

    /// <summary>From 0 to 1.</summary>
    public static ValueRange Ratio { get; } = new(0, 1);

    /// <summary>0 or 1.</summary>
    public static ValueRange Boolean { get; } = new(0, 1) { IsWhole = true };

    /// <summary>How many there are, where nothing is shown for none.</summary>
    public static ValueRange Count { get; } = new(1, double.PositiveInfinity) { IsWhole = true };

    /// <summary>Whether every value is a whole number.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether a sample may be no number, which compares with nothing.</summary>
    public bool MayBeNaN { get; init; }

    /// <summary>Whether a number is the only value.</summary>
    public bool IsConstant => Min.Equals(Max) && !MayBeNaN;

    /// <summary>A single number.</summary>
    public static ValueRange Of(double value) => double.IsNaN(value) ? Any : new ValueRange(value, value) { IsWhole = double.IsInteger(value) };

    /// <summary>What holds for both.</summary>
    public ValueRange Or(ValueRange other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max)) { IsWhole = IsWhole && other.IsWhole, MayBeNaN = MayBeNaN || other.MayBeNaN };

    /// <summary>The sum of two.</summary>
    public ValueRange Plus(ValueRange other) => Checked(Min + other.Min, Max + other.Max, other, IsWhole && other.IsWhole);

    /// <summary>The product of two; known where none of them is negative, or one is a number.</summary>
    public ValueRange Times(ValueRange other) => (this, other) switch
    {
        ({ IsConstant: true }, { IsConstant: false }) => other.Times(this),
        (_, { IsConstant: true, Min: > 0 and < double.PositiveInfinity }) => Checked(Min * other.Min, Max * other.Min, other, IsWhole && other.IsWhole),
        (_, { IsConstant: true, Min: < 0 and > double.NegativeInfinity }) => Checked(Max * other.Min, Min * other.Min, other, IsWhole && other.IsWhole),
        ({ Min: >= 0, Max: < double.PositiveInfinity }, { Min: >= 0, Max: < double.PositiveInfinity }) => Checked(Min * other.Min, Max * other.Max, other, IsWhole && other.IsWhole),
        // 0 times +Inf is no number.
        ({ Min: >= 0 }, { Min: >= 0 }) => NotNegative with { MayBeNaN = true },
        _ => Any,
    };

    /// <summary>The quotient of two; known where none of them is negative, or the divisor is a number.</summary>
    public ValueRange Over(ValueRange other) => (this, other) switch
    {
        (_, { IsConstant: true, Min: not 0 and > double.NegativeInfinity and < double.PositiveInfinity }) => Times(Of(1 / other.Min)) with { IsWhole = false },
        ({ Min: >= 0 }, { Min: >= 0 }) => NotNegative with { MayBeNaN = true },
        _ => Any,
    };

    /// <summary>The same with the sign turned.</summary>
    public ValueRange Negated() => new(-Max, -Min) { IsWhole = IsWhole, MayBeNaN = MayBeNaN };

    /// <summary>The values that lie between two numbers; all where none does.</summary>
    public ValueRange Within(double min, double max) =>
        Math.Max(min, Min) is var low && Math.Min(max, Max) is var high && low <= high ? this with { Min = low, Max = high } : this;

    // Infinity less infinity is no number: then nothing is known.
    private ValueRange Checked(double min, double max, ValueRange other, bool isWhole) =>
        double.IsNaN(min) || double.IsNaN(max) ? Any : new ValueRange(min, max) { IsWhole = isWhole, MayBeNaN = MayBeNaN || other.MayBeNaN };
}
