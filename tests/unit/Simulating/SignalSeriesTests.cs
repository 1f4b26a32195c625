using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Simulating;

public sealed class SignalSeriesTests
{
    private static readonly TimeSpan Scrape = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly SimulatedSystem Pods = new()
    {
        Targets = [SeriesLabels.Of(("job", "api"), ("pod", "a")), SeriesLabels.Of(("job", "api"), ("pod", "b"))],
        Series = ImmutableSortedDictionary<string, ImmutableArray<SeriesLabels>>.Empty
            .Add("requests_total", [SeriesLabels.Of(("status", "500")), SeriesLabels.Of(("status", "200"))]),
    };

    [Fact]
    public void A_gauge_takes_the_values_of_the_course_on_its_first_series_and_the_others_are_healthy()
    {
        var series = Of(new Gauge("loss"), 0.01, new([new(TimeSpan.Zero, 0.004), new(Scrape * 2, 0.02)], Scrape * 3));

        series.Should().BeEquivalentTo(
            [("loss{job=\"api\",pod=\"a\"}", new[] { 0.004, 0.004, 0.02, 0.02 }), ("loss{job=\"api\",pod=\"b\"}", new[] { 0.004, 0.004, 0.004, 0.004 })]);
    }

    [Theory]
    [InlineData(250_000, false)]
    [InlineData(250_001, true)]
    [InlineData(40_000_000, true)]
    public void A_course_of_too_many_scrapes_is_not_simulated(int scrapes, bool isRefused)
    {
        var series = FluentActions.Invoking(() => Of(new Gauge("loss"), 0.01, new([new(TimeSpan.Zero, 0.004)], Scrape * scrapes)));

        if (isRefused)
        {
            series.Should().Throw<NotDrivableException>().WithMessage($"its windows and for are so long that a case takes {scrapes} scrapes, and at most 250000 are simulated");
        }
        else
        {
            series.Should().NotThrow();
        }
    }

    [Fact]
    public void A_counter_grows_by_its_level_from_the_instant_at_which_it_has_it()
    {
        var growth = Growth(Of(new Rate("evictions", Window), 100, new([new(TimeSpan.Zero, 40), new(Scrape, 105)], Scrape * 3))[0].Values);

        growth.Should().Equal(40 * 15, 105 * 15, 105 * 15);
    }

    [Fact]
    public void An_increase_is_spread_over_its_window() =>
        Growth(Of(new Increase("restarts", Window), 3, new([new(TimeSpan.Zero, 6)], Scrape))[0].Values)[0].Should().BeApproximately(6.0 / 20, 1e-9);

    [Fact]
    public void A_ratio_of_a_part_to_its_whole_leaves_the_whole_as_it_is()
    {
        var job = Matcher.Equal("job", "api");
        var signal = new Ratio(new Sum(new Rate("requests_total", Window, job, Matcher.Matches("status", "5.."))), new Sum(new Rate("requests_total", Window, job)));

        var rates = Of(signal, 0.01, new([new(TimeSpan.Zero, 0.02)], Scrape)).Where(s => !s.Name.Contains("elsewhere", StringComparison.Ordinal)).ToDictionary(s => s.Name, s => Growth(s.Values)[0] / 15);

        rates["requests_total{job=\"api\",pod=\"a\",status=\"500\"}"].Should().BeApproximately(2, 1e-9, "the fault is in one pod");
        rates["requests_total{job=\"api\",pod=\"b\",status=\"500\"}"].Should().Be(0);
        rates.Values.Sum().Should().BeApproximately(100, 1e-9);
    }

    [Fact]
    public void A_rate_of_hits_leaves_the_rest_to_the_misses()
    {
        var hits = new Rate("hits", Window);

        var rates = Of(new Ratio(hits, new Total(hits, new Rate("misses", Window))), 0.8, new([new(TimeSpan.Zero, 0.75)], Scrape)).ToDictionary(s => s.Name, s => Growth(s.Values)[0] / 15);

        rates["hits{job=\"api\",pod=\"a\"}"].Should().BeApproximately(75, 1e-9);
        rates["misses{job=\"api\",pod=\"a\"}"].Should().BeApproximately(25, 1e-9);
    }

    [Fact]
    public void Whatever_a_quantile_is_to_be_Prometheus_would_read_it_from_the_buckets() => Prop.ForAll(
        Gen.Choose(1, 94).Select(percent => 2 + (percent * 0.005)).ToArbitrary(),
        wanted => Math.Abs(Quantile(Of(new Quantile(0.95, "seconds_bucket", Window), 2, new([new(TimeSpan.Zero, wanted)], Scrape)), 0.95) - wanted) < 1e-6).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_metric_elsewhere_is_bad_all_the_time_and_is_none_of_the_contracts_business()
    {
        var series = Of(new Gauge("up", Matcher.Equal("job", "api")), 0, new([new(TimeSpan.Zero, 1)], Scrape), Comparator.EqualTo);

        series.Should().ContainSingle(s => s.Name == "up{job=\"elsewhere\",pod=\"a\"}").Which.Values.Should().OnlyContain(v => v == 0);
    }

    [Fact]
    public void A_bystander_has_its_level_or_that_of_the_series_that_it_mirrors()
    {
        var system = Pods with
        {
            Bystanders =
            [
                new("used", SeriesLabels.Of(("container", "POD"))) { Level = 7 },
                new("used", SeriesLabels.Of(("pod", "a"))) { Mirrors = Pods.Targets[0] },
                new("other", SeriesLabels.None),
            ],
        };

        var series = Of(new Gauge("used"), 10, new([new(TimeSpan.Zero, 4), new(Scrape, 11)], Scrape), system: system).ToDictionary(s => s.Name, s => s.Values);

        series["used{container=\"POD\"}"].Should().Equal(7, 7);
        series["used{pod=\"a\"}"].Should().Equal(4, 11);
        series.Keys.Should().NotContain(k => k.StartsWith("other", StringComparison.Ordinal));
    }

    [Fact]
    public void An_interruption_is_made_up_for_at_the_next_scrape()
    {
        var course = new Course([new(TimeSpan.Zero, 110)], Scrape * 4) { Interruption = new(Scrape * 3, Scrape * 2) };

        var growth = Growth(Of(new Rate("evictions", Window), 100, course)[0].Values);

        growth.Should().Equal(110 * 15, 40 * 15, 40 * 15, ((4 * 110) - 110 - 80) * 15);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1)]
    public void A_value_that_no_series_give_is_refused(double value)
    {
        var part = new Rate("requests_total", Window, Matcher.Equal("status", "500"));

        FluentActions.Invoking(() => Of(new Ratio(new Sum(part), new Sum(new Rate("requests_total", Window))), 0.9, new([new(TimeSpan.Zero, value)], Scrape), levels: 0.5))
            .Should().Throw<NotDrivableException>();
    }

    [Fact]
    public void A_selector_that_selects_nothing_is_refused() =>
        FluentActions.Invoking(() => Of(new Gauge("up", Matcher.Equal("pod", "c")), 0, new([new(TimeSpan.Zero, 1)], Scrape)))
            .Should().Throw<NotDrivableException>().WithMessage("*no series of up*");

    private static ImmutableArray<(string Name, double[] Values)> Of(
        Signal signal, double threshold, Course course, Comparator comparator = Comparator.Above, SimulatedSystem? system = null, double? levels = null)
    {
        var contract = SampleContracts.DwcpPacketLoss with { Signal = signal, Threshold = threshold, Comparator = comparator };
        return [.. new SignalSeries(contract, (system ?? Pods) with { Healthy = levels }).Of(course).Select(s => (s.Selector, s.Values.ToArray()))];
    }

    private static double[] Growth(double[] values) => [.. values.Zip(values.Skip(1), (a, b) => Math.Round(b - a, 6))];

    // histogram_quantile over the sum of all series by le, as Prometheus computes it.
    private static double Quantile(ImmutableArray<(string Name, double[] Values)> series, double quantile)
    {
        var buckets = series.GroupBy(s => Bound(s.Name)).OrderBy(b => b.Key).Select(b => (Bound: b.Key, Rate: b.Sum(s => Growth(s.Values)[0]))).ToList();
        var rank = quantile * buckets[^1].Rate;
        var index = buckets.FindIndex(b => b.Rate >= rank);
        var (lower, below) = index == 0 ? (0, 0) : (buckets[index - 1].Bound, buckets[index - 1].Rate);
        return lower + ((buckets[index].Bound - lower) * (rank - below) / (buckets[index].Rate - below));
    }

    private static double Bound(string name)
    {
        var text = name[(name.IndexOf("le=\"", StringComparison.Ordinal) + 4)..];
        text = text[..text.IndexOf('"', StringComparison.Ordinal)];
        return text == "+Inf" ? double.PositiveInfinity : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
