using NovaCron.Validation.FaultInjectors;

namespace NovaCron.Validation.Tests.Unit.FaultInjectors;

public sealed class PaceTests
{
    [Fact]
    public void Arrivals_follow_the_clock_alone()
    {
        var pace = new Pace(100);

        pace.Take(TimeSpan.FromMilliseconds(9), 1000).Should().Be(0);
        pace.Take(TimeSpan.FromMilliseconds(10), 1000).Should().Be(1);
        pace.Take(TimeSpan.FromMilliseconds(15), 1000).Should().Be(0);
        pace.Take(TimeSpan.FromSeconds(2), 150).Should().Be(150, "no more than the most at once");
        pace.Take(TimeSpan.FromSeconds(2), 150).Should().Be(49, "what a stall left due is made up for");
    }
}
