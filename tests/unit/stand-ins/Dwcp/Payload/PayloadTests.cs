using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.StandIns.Dwcp.Framing;
using NovaCron.Validation.StandIns.Dwcp.Payload;

namespace NovaCron.Validation.Tests.Unit.StandIns.Dwcp.Payload;

public sealed class PayloadTests
{
    [Fact]
    public void Telemetry_compresses_above_the_alerts_threshold() => Ratio(0).Should().BeGreaterThan(1.7);

    [Fact]
    public void Random_bytes_do_not_compress() => Ratio(1).Should().BeInRange(0.95, 1.0);

    [Fact]
    public void The_random_share_sets_the_ratio_in_between() => Ratio(0.3).Should().BeLessThan(Ratio(0.1)).And.BeGreaterThan(Ratio(0.6));

    [Fact]
    public void Every_payload_is_restored_exactly() => Prop.ForAll<byte[]>(payload =>
    {
        var compressed = new byte[FrameCodec.MaximumPayload];
        var length = PayloadCodec.Compress(payload, compressed);
        var restored = new byte[payload.Length];
        return PayloadCodec.TryRestore(compressed.AsSpan(0, length), payload.Length, restored) && restored.SequenceEqual(payload);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_longest_random_payload_still_fits_a_frame() =>
        PayloadCodec.Compress(new PayloadSource(1300, 1, 1).Next(), new byte[FrameCodec.MaximumPayload]).Should().BePositive();

    [Fact]
    public void Hostile_bytes_are_not_restored_and_never_throw()
    {
        var random = new Random(1);
        var bytes = new byte[200];
        for (var i = 0; i < 1000; i++)
        {
            random.NextBytes(bytes);
            PayloadCodec.TryRestore(bytes, 512, new byte[512]).Should().BeFalse();
        }
    }

    private static double Ratio(double randomShare)
    {
        var source = new PayloadSource(512, randomShare, seed: 1);
        var compressed = new byte[FrameCodec.MaximumPayload];
        var after = Enumerable.Range(0, PayloadSource.Variety).Sum(_ => PayloadCodec.Compress(source.Next(), compressed));
        return 512.0 * PayloadSource.Variety / after;
    }
}
