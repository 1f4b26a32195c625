using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

namespace NovaCron.Validation.Tests.Unit.Monitoring.PromQl.Lexing;

public sealed class PromQlStringTests
{
    [Theory]
    [InlineData("\"a\\n\\t\\\\\\\"\"", "a\n\t\\\"")]
    [InlineData("'it\\'s'", "it's")]
    [InlineData("`raw \\n`", "raw \\n")]
    [InlineData("\"\\x41\\101\\u00e9\\U0001F600\"", "AAé😀")]
    [InlineData("\"\\xe4\\xb8\\xad\"", "中")]
    public void Tells_what_a_string_means(string literal, string value) => PromQlString.Unquote(literal).Should().Be(value);

    [Fact]
    public void A_byte_that_is_no_UTF8_is_a_lone_surrogate()
    {
        PromQlString.Unquote("\"a\\xff\\xe4\"").Should().Be("a\uDCFF\uDCE4");
        PromQlString.HasLoneBytes("a\uDCFF").Should().BeTrue();
        PromQlString.HasLoneBytes("😀").Should().BeFalse();
        PromQlString.Quote("a\uDCFF").Should().Be("\"a\\xff\"");
    }

    [Fact]
    public void What_is_quoted_means_the_same() =>
        Prop.ForAll<NonNull<string>>(text => new string([.. text.Get.Where(c => !char.IsSurrogate(c))]) is var value && PromQlString.Unquote(PromQlString.Quote(value)) == value)
            .QuickCheckThrowOnFailure();
}
