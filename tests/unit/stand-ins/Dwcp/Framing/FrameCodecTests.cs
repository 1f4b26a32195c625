using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.StandIns.Dwcp.Framing;

namespace NovaCron.Validation.Tests.Unit.StandIns.Dwcp.Framing;

public sealed class FrameCodecTests
{
    [Fact]
    public void A_frame_survives_the_wire() => Prop.ForAll<byte[], uint, ulong>((payload, stream, sequence) =>
    {
        var header = new FrameHeader(FrameType.Data, FrameFlags.Acknowledge, stream, sequence, -5, 512);
        var frame = new byte[FrameCodec.MaximumFrame];
        var length = FrameCodec.Encode(header, payload, frame);
        return FrameCodec.TryDecode(frame.AsSpan(0, length), out var decoded, out var read)
            && decoded == header && read.SequenceEqual(payload);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hostile_bytes_are_no_frame_and_never_throw() => Prop.ForAll<byte[]>(bytes =>
        !FrameCodec.TryDecode(bytes, out _, out _)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_flipped_bit_is_noticed()
    {
        var frame = Encode("telemetry"u8);
        FrameCodec.TryDecode(frame, out _, out _).Should().BeTrue();
        for (var bit = 0; bit < frame.Length * 8; bit++)
        {
            frame[bit / 8] ^= (byte)(1 << (bit % 8));
            FrameCodec.TryDecode(frame, out _, out _).Should().BeFalse("bit {0} is flipped", bit);
            frame[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_truncated_or_padded_frame_is_none()
    {
        var frame = Encode("telemetry"u8);
        for (var length = 0; length < frame.Length; length++)
            FrameCodec.TryDecode(frame.AsSpan(0, length), out _, out _).Should().BeFalse();
        FrameCodec.TryDecode([.. frame, 0], out _, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData(FrameCodec.MaximumPayload, FrameCodec.MaximumFrame)]
    [InlineData(FrameCodec.MaximumPayload + 1, 0)]
    public void The_payload_has_a_limit(int payload, int written) =>
        FrameCodec.Encode(new FrameHeader(FrameType.Data, 0, 1, 1, 0, 1), new byte[payload], new byte[4096]).Should().Be(written);

    [Fact]
    public void A_short_destination_is_refused() =>
        FrameCodec.Encode(new FrameHeader(FrameType.Ping, 0, 0, 1, 0, 0), [], new byte[FrameCodec.HeaderLength - 1]).Should().Be(0);

    private static byte[] Encode(ReadOnlySpan<byte> payload)
    {
        var frame = new byte[FrameCodec.HeaderLength + payload.Length];
        FrameCodec.Encode(new FrameHeader(FrameType.Data, 0, 7, 42, 1, 9), payload, frame).Should().Be(frame.Length);
        return frame;
    }
}
