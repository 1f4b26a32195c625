using NovaCron.Validation.StandIns.Dwcp.Framing;
using NovaCron.Validation.StandIns.Dwcp.Streams;

namespace NovaCron.Validation.Tests.Unit.StandIns.Dwcp.Streams;

public sealed class StreamBudgetTests
{
    [Fact]
    public void Streams_and_bandwidth_are_counted_and_given_back()
    {
        var budget = new StreamBudget(2, 100);
        budget.Take(30).Should().BeNull();
        budget.Take(50).Should().BeNull();
        budget.Used.Should().Be((2, 80L));
        budget.Release(30);
        budget.Used.Should().Be((1, 50L));
    }

    [Fact]
    public void One_stream_too_many_is_refused()
    {
        var budget = new StreamBudget(1, 100);
        budget.Take(0);
        budget.HasRoom(0).Should().BeFalse();
        budget.Take(0).Should().Be(CloseReason.StreamLimit);
    }

    [Theory]
    [InlineData(41)]
    [InlineData(long.MaxValue)]
    public void Too_much_bandwidth_is_refused(long reserved)
    {
        var budget = new StreamBudget(10, 100);
        budget.Take(60);
        budget.HasRoom(reserved).Should().BeFalse();
        budget.Take(reserved).Should().Be(CloseReason.BandwidthLimit);
        budget.HasRoom(40).Should().BeTrue();
    }
}
