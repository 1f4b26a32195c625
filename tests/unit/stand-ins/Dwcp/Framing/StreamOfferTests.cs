using NovaCron.Validation.StandIns.Dwcp.Framing;

namespace NovaCron.Validation.Tests.Unit.StandIns.Dwcp.Framing;

public sealed class StreamOfferTests
{
    [Theory]
    [InlineData(50, 27_400, true)]
    [InlineData(1, 0, true)]
    [InlineData(0, 27_400, false)]
    [InlineData(-1, 27_400, false)]
    [InlineData(StreamOffer.MaximumPacketsPerSecond + 1, 1, false)]
    [InlineData(50, -1, false)]
    public void An_offer_is_read_within_bounds_only(int rate, long reserved, bool isOffer)
    {
        var bytes = new byte[StreamOffer.Length];
        new StreamOffer(rate, reserved).Write(bytes);
        StreamOffer.TryRead(bytes, out var read).Should().Be(isOffer);
        if (isOffer)
            read.Should().Be(new StreamOffer(rate, reserved));
    }

    [Fact]
    public void Another_length_is_no_offer() => StreamOffer.TryRead(new byte[StreamOffer.Length + 1], out _).Should().BeFalse();
}
