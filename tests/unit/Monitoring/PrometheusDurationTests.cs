using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Monitoring;

public sealed class PrometheusDurationTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    [InlineData("600ms", 600)]
    [InlineData("15s", 15_000)]
    [InlineData("1s200ms", 1200)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("106751d23h47m16s854ms", 9_223_372_036_854)]
    [InlineData("1y2w3d", (365L + 14 + 3) * 86_400_000)]
    public void Reads_what_Prometheus_reads(string text, long milliseconds)
    {
        PrometheusDuration.TryParse(text, out var value).Should().BeTrue();
        value.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5 m")]
    [InlineData("5min")]
    [InlineData("-5m")]
    [InlineData("1.5m")]
    [InlineData("30m1h")]
    [InlineData("1m1m")]
    [InlineData("99999999999999999999s")]
    [InlineData("9999999999y")]
    [InlineData("293y")]
    [InlineData("10675199d")]
    [InlineData("292y1y")]
    [InlineData("106751d23h48m")]
    public void Refuses_what_Prometheus_refuses(string? text) => PrometheusDuration.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(1, "1ms")]
    [InlineData(600, "600ms")]
    [InlineData(1200, "1200ms")]
    [InlineData(12_000, "12s")]
    [InlineData(90_000, "90s")]
    [InlineData(300_000, "5m")]
    [InlineData(43_200_000, "12h")]
    [InlineData(172_800_000, "48h")]
    public void Writes_one_unit(long milliseconds, string text) => PrometheusDuration.Format(TimeSpan.FromMilliseconds(milliseconds)).Should().Be(text);

    [Theory]
    [InlineData(-1)]
    [InlineData(0.5)]
    public void Writes_no_negative_and_no_fraction(double milliseconds) =>
        FluentActions.Invoking(() => PrometheusDuration.Format(TimeSpan.FromMilliseconds(milliseconds))).Should().Throw<ArgumentOutOfRangeException>();
}
