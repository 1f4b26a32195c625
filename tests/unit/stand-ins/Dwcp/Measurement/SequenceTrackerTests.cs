using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.StandIns.Dwcp.Measurement;

namespace NovaCron.Validation.Tests.Unit.StandIns.Dwcp.Measurement;

public sealed class SequenceTrackerTests
{
    [Fact]
    public void All_in_order_is_no_loss() => Observe(1, 2, 3, 4, 5, 6, 7).Should().Be((4, 0, 0));

    [Fact]
    public void A_gap_is_a_loss_once_three_packets_further_came()
    {
        Observe(1, 2, 4, 5).Lost.Should().Be(0);
        Observe(1, 2, 4, 5, 6).Lost.Should().Be(1);
    }

    [Fact]
    public void Reordering_within_the_tolerance_is_no_loss() => Observe(2, 1, 4, 3, 7, 5, 6, 8, 9, 10).Lost.Should().Be(0);

    [Fact]
    public void A_packet_that_comes_after_it_was_given_up_is_no_loss() => Observe(1, 3, 4, 5, 6, 2).Should().Be((3, 0, 0));

    [Fact]
    public void Duplicates_count_once() => Observe(1, 1, 2, 2, 3, 4, 4, 1, 2).Should().Be((1, 0, 0));

    [Fact]
    public void An_outage_within_the_longest_gap_is_loss() => Observe(1, 2, 3, 400, 401, 402, 403).Lost.Should().Be(396);

    [Theory]
    [InlineData(10_000UL)]
    [InlineData(ulong.MaxValue)]
    public void A_jump_beyond_the_longest_gap_starts_anew(ulong sequence) =>
        Observe(1, 2, 3, sequence).Should().Be((0, 0, 1));

    [Fact]
    public void Any_order_of_packets_settles_no_more_than_was_sent() => Prop.ForAll<ushort[]>(sequences =>
    {
        var (received, lost, anew) = Observe([.. sequences.Select(sequence => (ulong)sequence)]);
        return anew > 0 || (received >= 0 && lost >= 0 && received + lost <= ushort.MaxValue && received <= sequences.Length);
    }).QuickCheckThrowOnFailure();

    private static (int Received, int Lost, int Anew) Observe(params ulong[] sequences)
    {
        var tracker = new SequenceTracker(firstSequence: 1, longestGap: 500);
        var settled = sequences.Select(tracker.Observe).ToList();
        return (settled.Sum(one => one.Received), settled.Sum(one => one.Lost), settled.Count(one => one.Resynchronised));
    }
}
