using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

namespace NovaCron.Validation.Tests.Unit.Monitoring.PromQl.Lexing;

public sealed class PromQlNumberTests
{
    [Theory]
    [InlineData("1e3", "1000")]
    [InlineData("1.5e-7", "0.00000015")]
    [InlineData("1e22", "10000000000000000000000")]
    [InlineData("123.456e1", "1234.56")]
    [InlineData("0x_1f", "31")]
    [InlineData("0_17", "15")]
    [InlineData("0777777777777777777777777", "777777777777777800000000")]
    [InlineData("1_0.0_1", "10.01")]
    [InlineData("iNf", "+Inf")]
    [InlineData("NAN", "NaN")]
    public void Reads_and_writes_as_Go(string text, string written)
    {
        PromQlNumber.TryParse(text, out var value).Should().BeTrue();
        PromQlNumber.Format(value).Should().Be(written);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("0x8000000000000000")]
    [InlineData("0x")]
    [InlineData("1__0")]
    [InlineData("1_")]
    [InlineData("1_.5")]
    [InlineData("1e")]
    public void Refuses_what_Go_refuses(string text) => PromQlNumber.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void What_is_written_reads_as_the_same_number() =>
        Prop.ForAll<NormalFloat>(number =>
        {
            var text = PromQlNumber.Format(Math.Abs(number.Get));
            return !text.Contains('E') && PromQlNumber.TryParse(text, out var value) && value.Equals(Math.Abs(number.Get))
                && double.Parse(text, CultureInfo.InvariantCulture).Equals(Math.Abs(number.Get));
        }).QuickCheckThrowOnFailure();
}
