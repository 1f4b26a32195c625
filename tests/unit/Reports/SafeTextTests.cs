using NovaCron.Validation.Assertions.Reports;

namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("a\tb\r\nc", "a b  c")]
    [InlineData("\u001b[2J\u202e", "<U+001B>[2J<U+202E>")]
    [InlineData("\ufffe\ufdd0", "<U+FFFE><U+FDD0>")]
    [InlineData("⚠️ ü 😀", "⚠️ ü 😀")]
    public void Nothing_in_a_line_acts(string text, string safe) => SafeText.OneLine(text).Should().Be(safe);

    [Theory]
    [InlineData("0–22.5 s … × ·", "0-22.5 s ... x .")]
    [InlineData("ü 😀", "<U+00FC> <U+1F600>")]
    [InlineData("plain", "plain")]
    public void ASCII_keeps_what_it_can(string text, string ascii) => SafeText.Ascii(text).Should().Be(ascii);
}
