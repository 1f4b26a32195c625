using NovaCron.Validation.StandIns.Api.Metrics;

namespace NovaCron.Validation.Tests.Unit.StandIns.Api.Metrics;

public sealed class MetricRegistryTests
{
    private readonly MetricRegistry registry = new();

    [Fact]
    public void A_counter_starts_at_0_where_expected_and_counts()
    {
        var counter = registry.AddCounter("requests_total", "Requests.", "method", "status");
        counter.Expect("GET", "200");
        Lines().Should().Equal("# HELP requests_total Requests.", "# TYPE requests_total counter", "requests_total{method=\"GET\",status=\"200\"} 0");
        counter.Increment("GET", "200");
        counter.Increment("GET", "200");
        Lines().Should().Contain("requests_total{method=\"GET\",status=\"200\"} 2");
    }

    [Fact]
    public void A_histogram_is_cumulative_and_its_bounds_belong_to_their_bucket()
    {
        var histogram = registry.AddHistogram("seconds", "Time.", [0.1, 2, 2.5]);
        histogram.Observe(0.05);
        histogram.Observe(2);
        histogram.Observe(2.1);
        histogram.Observe(99);
        Lines().Skip(2).Should().Equal(
            "seconds_bucket{le=\"0.1\"} 1", "seconds_bucket{le=\"2\"} 2", "seconds_bucket{le=\"2.5\"} 3", "seconds_bucket{le=\"+Inf\"} 4",
            "seconds_sum 103.15", "seconds_count 4");
    }

    [Fact]
    public void A_reading_without_a_value_is_left_out_altogether()
    {
        double? value = null;
        registry.AddReading("loss", "Loss.", "gauge", () => value);
        registry.Expose().Should().BeEmpty();
        value = 0.05;
        Lines().Should().EndWith("loss 0.05");
    }

    [Fact]
    public void Labels_and_help_are_escaped()
    {
        registry.AddCounter("c", "a\\b\nc \"d\"", "l").Increment("x\\y\n\"z\"");
        registry.Expose().Should().Be("# HELP c a\\\\b\\nc \"d\"\n# TYPE c counter\nc{l=\"x\\\\y\\n\\\"z\\\"\"} 1\n");
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(1e21, "1E+21")]
    [InlineData(0.1, "0.1")]
    public void Numbers_are_as_Prometheus_reads_them(double value, string text) => ExpositionWriter.Format(value).Should().Be(text);

    [Fact]
    public void A_name_is_taken_once()
    {
        registry.AddCounter("c", "C.");
        registry.Invoking(it => it.AddCounter("c", "C.")).Should().Throw<ArgumentException>().WithMessage("Cannot add metric 'c'*");
    }

    [Fact]
    public void Too_few_label_values_are_refused() =>
        registry.AddCounter("c", "C.", "a", "b").Invoking(it => it.Increment("x")).Should().Throw<ArgumentException>().WithMessage("*a, b*");

    private string[] Lines() => registry.Expose().TrimEnd('\n').Split('\n');
}
