using NovaCron.Validation.StandIns.Dwcp.Measurement;

namespace NovaCron.Validation.Tests.Unit.StandIns.Dwcp.Measurement;

public sealed class PacerTests
{
    [Fact]
    public void Every_stream_gets_its_rate()
    {
        var turns = Take(new Pacer(streams: 20, packetsPerSecond: 50, start: 0), until: MonotonicClock.Second);
        turns.Should().HaveCount(1000);
        turns.GroupBy(stream => stream).Should().HaveCount(20).And.OnlyContain(stream => stream.Count() == 50);
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(120, 10)]
    public void A_rule_that_drops_every_nth_packet_is_shared_by_many_streams(int every, int streams)
    {
        var dropped = Take(new Pacer(20, 50, 0), until: 24 * MonotonicClock.Second).Where((_, i) => i % every == 0);
        dropped.GroupBy(stream => stream).Should().HaveCount(streams).And.OnlyContain(stream => stream.Count() == 24_000 / every / streams);
    }

    [Fact]
    public void A_long_stall_is_not_caught_up_at_once()
    {
        var pacer = new Pacer(20, 50, 0);
        Drain(pacer, 10 * MonotonicClock.Second).Should().HaveCount(250);
    }

    [Fact]
    public void No_stream_is_never_due() => new Pacer(0, 50, 0).TryTake(MonotonicClock.Second, out _).Should().BeFalse();

    private static List<int> Take(Pacer pacer, long until) =>
        [.. Enumerable.Range(1, (int)(until / 10_000)).SelectMany(tick => Drain(pacer, tick * 10_000L))];

    private static List<int> Drain(Pacer pacer, long now)
    {
        var turns = new List<int>();
        while (pacer.TryTake(now, out var stream))
            turns.Add(stream);
        return turns;
    }
}
