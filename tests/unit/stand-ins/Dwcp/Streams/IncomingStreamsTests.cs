using NovaCron.Validation.StandIns.Dwcp.Framing;
using NovaCron.Validation.StandIns.Dwcp.Measurement;
using NovaCron.Validation.StandIns.Dwcp.Streams;

namespace NovaCron.Validation.Tests.Unit.StandIns.Dwcp.Streams;

/// <summary>Twenty streams of 50 packets a second each, as pods have them, with arrivals made up to the microsecond.</summary>
public sealed class IncomingStreamsTests
{
    private const int Streams = 20;
    private const int Rate = 50;
    private const long Start = 100 * MonotonicClock.Second;

    private readonly StreamBudget budget = new(100, 10_000_000);
    private readonly IncomingStreams incoming;
    private readonly Pacer pacer = new(Streams, Rate, Start);
    private readonly ulong[] next = [.. Enumerable.Repeat(1UL, Streams)];
    private long sent;

    public IncomingStreamsTests()
    {
        incoming = new IncomingStreams(budget, new DwcpStatistics());
        for (var stream = 0; stream < Streams; stream++)
            incoming.Open(Key(stream), 1, new StreamOffer(Rate, 1000), Start).Should().BeNull();
    }

    [Fact]
    public void Nothing_lost_reads_0() => Readings(_ => false).Should().OnlyContain(loss => loss == 0);

    [Fact]
    public void One_in_120_reads_between_0_0075_and_0_0095_in_every_second() =>
        Readings(packet => packet % 120 == 0).Should().OnlyContain(loss => loss >= 0.0075 && loss <= 0.0095);

    [Fact]
    public void One_in_20_reads_0_05_in_every_second() =>
        Readings(packet => packet % 20 == 0).Should().OnlyContain(loss => Math.Abs(loss!.Value - 0.05) < 0.003);

    [Fact]
    public void One_stream_of_twenty_that_is_lost_altogether_reads_0_05() =>
        Readings(_ => false, stream => stream == 7).Should().OnlyContain(loss => Math.Abs(loss!.Value - 0.05) < 0.003);

    [Fact]
    public void Nothing_known_yet_reads_nothing_at_all() => incoming.LossRate(Start + 1000).Should().BeNull();

    [Fact]
    public void Everything_lost_reads_1_until_the_streams_time_out()
    {
        Play(Start, Start + (2 * MonotonicClock.Second), _ => false);
        var last = Start + (2 * MonotonicClock.Second);
        incoming.LossRate(last + (MonotonicClock.Second * 11 / 10)).Should().Be(1);
        incoming.Expire(last + IncomingStreams.Timeout - (MonotonicClock.Second / 2));
        incoming.LossRate(last + IncomingStreams.Timeout - (MonotonicClock.Second / 2)).Should().Be(1);
        incoming.Expire(last + IncomingStreams.Timeout).Should().Be(Streams);
        incoming.LossRate(last + IncomingStreams.Timeout).Should().BeNull();
        budget.Used.Should().Be((0, 0L));
    }

    [Fact]
    public void A_second_after_an_outage_nothing_of_it_is_left()
    {
        Play(Start, Start + (2 * MonotonicClock.Second), _ => false);
        Play(Start + (2 * MonotonicClock.Second), Start + (5 * MonotonicClock.Second), _ => true);
        Play(Start + (5 * MonotonicClock.Second), Start + (6 * MonotonicClock.Second), _ => false);
        incoming.LossRate(Start + (6 * MonotonicClock.Second) + 100_000).Should().Be(0);
    }

    [Fact]
    public void A_sender_that_stalls_below_a_second_loses_nothing()
    {
        Play(Start, Start + (2 * MonotonicClock.Second), _ => false);
        incoming.LossRate(Start + (MonotonicClock.Second * 29 / 10)).Should().Be(0);
    }

    [Fact]
    public void A_packet_of_an_unknown_or_closed_stream_is_not_counted()
    {
        incoming.Receive(Key(99), 1, Start).Should().BeFalse();
        incoming.Receive(Key(3), 1, Start).Should().BeTrue();
        incoming.Close(Key(3));
        incoming.Receive(Key(3), 2, Start).Should().BeFalse();
        budget.Used.Streams.Should().Be(Streams - 1);
    }

    [Fact]
    public void The_streams_of_an_address_go_with_it()
    {
        incoming.CloseFrom(2).Should().Be(0);
        incoming.CloseFrom(1).Should().Be(Streams);
        incoming.List().Should().BeEmpty();
    }

    private static StreamKey Key(int stream) => new(new Remote(1, 5000), (uint)stream + 1);

    private List<double?> Readings(Func<long, bool> isLost, Func<int, bool>? isLostStream = null)
    {
        var readings = new List<double?>();
        Play(Start, Start + (2 * MonotonicClock.Second), isLost, isLostStream);
        for (var at = Start + (2 * MonotonicClock.Second); at < Start + (12 * MonotonicClock.Second) && at < Start + (isLostStream is null ? 12 : 9) * MonotonicClock.Second; at += 50_000)
        {
            Play(at, at + 50_000, isLost, isLostStream);
            readings.Add(incoming.LossRate(at + 50_000));
        }

        return readings;
    }

    private void Play(long from, long to, Func<long, bool> isLost, Func<int, bool>? isLostStream = null)
    {
        for (var now = from + 10_000; now <= to; now += 10_000)
        {
            while (pacer.TryTake(now, out var stream))
            {
                var sequence = next[stream]++;
                if (!isLost(sent++) && isLostStream?.Invoke(stream) != true)
                    incoming.Receive(Key(stream), sequence, now);
            }
        }
    }
}
