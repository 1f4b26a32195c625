using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Timelines;

public sealed class BudgetTests
{
    private static readonly TimeScale N25 = new(25);

    [Theory]
    [InlineData(-5.0, "scrape 15 + evaluation 30 + for 60 = 105 s")]
    [InlineData(10.0, "scrape 15 + evaluation 30 + for 60 = 105 s")]
    [InlineData(28.0, "scrape 15 + ramp 13 + evaluation 30 + for 60 = 118 s")]
    [InlineData(45.0, "scrape 15 + ramp 30 + evaluation 30 + for 60 = 135 s")]
    [InlineData(900.0, "scrape 15 + ramp 30 + evaluation 30 + for 60 = 135 s")]
    [InlineData(null, "scrape 15 + ramp 30 + evaluation 30 + for 60 = 135 s")]
    public void The_latest_firing_is_a_sum_of_named_terms(double? firstBad, string terms) =>
        Budget.LatestFiring(SampleContracts.ServiceDown, N25, firstBad).ToString().Should().Be(terms);

    [Fact]
    public void A_real_time_constant_counts_N_times_and_only_once()
    {
        Budget.LatestFiring(SampleContracts.DatabaseDeadlocks, N25, 100).ToString()
            .Should().Be("scrape 15 + ramp 60 + evaluation 30 + for 300 + statistics flush (real time × 25) 25 = 430 s");
        Budget.LatestFiring(SampleContracts.DatabaseDeadlocks, new TimeScale(1), 100).Seconds.Should().Be(430);
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(61, 90)]
    [InlineData(0, 0)]
    public void For_is_rounded_up_to_whole_evaluations(int seconds, double expected)
    {
        var contract = SampleContracts.ServiceDown with { For = TimeSpan.FromSeconds(seconds) };

        Budget.LatestFiring(contract, N25, 0).Terms.Single(t => t.Name == "for").Seconds.Should().Be(expected);
    }

    [Fact]
    public void The_earliest_firing_is_for_after_the_first_bad_evaluation()
    {
        Budget.EarliestFiring(SampleContracts.ServiceDown, 28).Seconds.Should().Be(88);
        Budget.EarliestFiring(SampleContracts.ServiceDown, 28, 12).Seconds.Should().Be(76);
    }

    [Theory]
    [InlineData(1, 10.5)]
    [InlineData(25, 22.5)]
    [InlineData(100, 60)]
    public void Deliveries_allow_one_round_trip_of_real_time(int scale, double seconds)
    {
        Budget.Delivery(SampleContracts.ServiceDown, new TimeScale(scale)).Seconds.Should().Be(seconds);
        Budget.ResolutionDelivery(SampleContracts.ServiceDown, new TimeScale(scale)).Seconds.Should().Be(seconds);
    }

    [Fact]
    public void Resolution_takes_the_window_a_scrape_and_an_evaluation()
    {
        Budget.Resolution(SampleContracts.ServiceDown, N25).Seconds.Should().Be(45);
        Budget.Resolution(SampleContracts.CacheHighEvictionRate, N25).Seconds.Should().Be(345);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(300)]
    public void A_wait_outlasts_its_bound_by_two_evaluations_and_the_observers_lag(int factor)
    {
        var scale = new TimeScale(factor);
        foreach (var contract in SampleContracts.All)
        {
            Longer(Budget.LongestWaitForFiring(contract, scale), Budget.LatestFiring(contract, scale, null));
            Longer(Budget.LongestWaitForDelivery(contract, scale), Budget.Delivery(contract, scale));
            Longer(Budget.LongestWaitForResolution(contract, scale), Budget.Resolution(contract, scale));
            Longer(Budget.LongestWaitForResolutionDelivery(contract, scale), Budget.ResolutionDelivery(contract, scale));
        }

        void Longer(TimeSpan wait, Bound bound) =>
            (wait - scale.ToWall(TimeSpan.FromSeconds(bound.Seconds + 60))).Should().BeCloseTo(Budget.ObserverLag, TimeSpan.FromMilliseconds(1));
    }
}
