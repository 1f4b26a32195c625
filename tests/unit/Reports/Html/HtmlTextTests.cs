using System.Text.Encodings.Web;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Assertions.Reports.Html;

namespace NovaCron.Validation.Tests.Unit.Reports.Html;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("ü 🚨 –", "ü 🚨 –")]
    [InlineData("a\nb\tc", "a\nb\tc")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a&lt;U+000D&gt;b")]
    [InlineData("\u001b[31m\0", "&lt;U+001B&gt;[31m&lt;U+0000&gt;")]
    [InlineData("\u202Egnp.exe\u2066", "&lt;U+202E&gt;gnp.exe&lt;U+2066&gt;")]
    [InlineData("\u200B\uFEFF\u2028", "&lt;U+200B&gt;&lt;U+FEFF&gt;&lt;U+2028&gt;")]
    [InlineData("&#x202E; &amp;", "&amp;#x202E; &amp;amp;")]
    [InlineData("</script><b title=\"'\">", "&lt;/script&gt;&lt;b title=&quot;&#x27;&quot;&gt;")]
    public void Text_is_shown_and_does_nothing(string text, string html) => HtmlText.Finish(HtmlEncoder.Default.Encode(text)).Replace("&#39;", "&#x27;", StringComparison.Ordinal).Should().Be(html);

    [Theory]
    [InlineData("&#x", "&#x")]
    [InlineData("&#xZZ; &#x110000;", "&#xZZ; &#x110000;")]
    [InlineData("&#x3C;script&#x3e;", "&lt;script&gt;")]
    public void A_reference_never_becomes_markup(string html, string finished) => HtmlText.Finish(html).Should().Be(finished);

    [Fact]
    public void Whatever_the_text_no_markup_and_no_control_comes_out() => Prop.ForAll<NonNull<string>>(text =>
        !HtmlText.Finish(HtmlEncoder.Default.Encode(text.Get)).Any(c => c is '<' or '>' or '"' || (char.IsControl(c) && c is not ('\n' or '\t')))).QuickCheckThrowOnFailure();
}
