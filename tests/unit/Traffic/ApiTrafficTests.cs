using NovaCron.Validation.Scenarios.Application;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Tests.Unit.Traffic;

public sealed class ApiTrafficTests
{
    private static readonly double Threshold = new HighErrorRate().Contract.Threshold;

    [Fact]
    public void Changes_are_a_share_just_below_the_threshold_of_the_error_rate() =>
        (Share(HttpMethod.Put) / Threshold).Should().BeInRange(0.8, 0.9, "there must be room on both sides for how much the count in a window moves");

    [Fact]
    public void Additions_are_a_share_far_above_it() =>
        (Share(HttpMethod.Post) / Threshold).Should().BeGreaterThan(5);

    private static double Share(HttpMethod method) => (double)ApiTraffic.RareChanges.Count(c => c.Method == method) / ApiTraffic.RareChanges.Count;
}
