using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Scenarios.Load;

namespace NovaCron.Validation.Tests.Unit.Load;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Has_no_percentile_without_a_recorded_duration()
    {
        var histogram = new LatencyHistogram();
        histogram.Percentile(50).Should().BeNull();
        histogram.Count.Should().Be(0);
        histogram.Maximum.Should().Be(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(99, 99)]
    [InlineData(100, 100)]
    [InlineData(0.1, 1)]
    public void Is_exact_for_small_durations(double percent, int microseconds) =>
        Recorded(Enumerable.Range(1, 100).Select(i => (long)i)).Percentile(percent).Should().Be(TimeSpan.FromMicroseconds(microseconds));

    [Fact]
    public void Takes_a_negative_duration_as_zero_and_a_boundless_one_as_the_highest()
    {
        Recorded([-5]).Percentile(100).Should().Be(TimeSpan.Zero);
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.MaxValue - TimeSpan.FromDays(1));
        histogram.Percentile(100).Should().Be(LatencyHistogram.Highest);
    }

    [Fact]
    public void Rounds_a_part_of_a_microsecond_up()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromTicks(11));
        histogram.Maximum.Should().Be(TimeSpan.FromMicroseconds(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    public void Refuses_a_percentage_that_is_none(double percent)
    {
        var act = () => Recorded([1]).Percentile(percent);
        act.Should().Throw<ArgumentOutOfRangeException>().WithMessage("a percentile is above 0 and at most 100*");
    }

    [Theory]
    [MemberData(nameof(Seams))]
    public void Stays_within_its_error_at_the_seams_of_its_buckets(long microseconds)
    {
        // A longer one keeps the maximum from hiding the bucket.
        var reported = Recorded([microseconds, 1L << 36]).Percentile(50)!.Value.TotalMicroseconds;
        reported.Should().BeInRange(microseconds, microseconds * (1 + LatencyHistogram.RelativeError));
    }

    public static TheoryData<long> Seams() => [.. Enumerable.Range(2, 34).SelectMany(bit => new[] { (1L << bit) - 1, 1L << bit, (1L << bit) + 1 })];

    [Fact]
    public void Is_never_below_the_true_percentile_and_at_most_its_error_above()
    {
        var durations = Gen.Choose(0, int.MaxValue).SelectMany(_ => Gen.Choose(0, 31), (value, shift) => (long)(value >> shift)).NonEmptyListOf();
        var cases = durations.SelectMany(_ => Gen.Choose(1, 1000), (values, perMille) => (values: values.ToArray(), percent: perMille / 10.0));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(cases.ToArbitrary(), c => WithinError(c.values, c.percent)));
    }

    [Fact]
    public void The_property_catches_a_percentile_that_is_off_by_one_rank() =>
        WithinError([1, 1000], 50, reported: 1000).Should().BeFalse();

    private static bool WithinError(long[] values, double percent) =>
        WithinError(values, percent, Recorded(values).Percentile(percent)!.Value.TotalMicroseconds);

    private static bool WithinError(long[] values, double percent, double reported)
    {
        var exact = values.Order().ElementAt(Math.Max(1, (int)Math.Ceiling(percent * values.Length / 100)) - 1);
        return reported >= exact && reported <= exact * (1 + LatencyHistogram.RelativeError);
    }

    private static LatencyHistogram Recorded(IEnumerable<long> microseconds)
    {
        var histogram = new LatencyHistogram();
        foreach (var value in microseconds)
        {
            histogram.Record(TimeSpan.FromMicroseconds(value));
        }

        return histogram;
    }
}
