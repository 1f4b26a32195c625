using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Markdown;

namespace NovaCron.Validation.Tests.Unit.Reports.Markdown;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("rate(x_total{job=\"a\"}[5m]) > 0.1", "rate(x\\_total{job=\"a\"}\\[5m\\]) &gt; 0.1")]
    [InlineData("a|b", "a&#124;b")]
    [InlineData("<b>&", "&lt;b&gt;&amp;")]
    [InlineData("@team", "@&#8203;team")]
    [InlineData("a@b.example", "a@&#8203;b.example")]
    [InlineData("see #12 and GH-3", "see #&#8203;12 and GH-&#8203;3")]
    [InlineData("slack #alerts", "slack #alerts")]
    [InlineData("high-1, 14:02:08.297 and 127.0.0.1:80:", "high-1, 14:02:08.297 and 127.0.0.1:80:")]
    [InlineData(":100: mailto:a@b.example", ":&#8203;100: mailto&#8203;:a@&#8203;b.example")]
    [InlineData("!7 ~8 %9", "!&#8203;7 \\~&#8203;8 %&#8203;9")]
    [InlineData("https://x.example", "https:&#8203;//x.example")]
    [InlineData("www.x.example", "www&#8203;.x.example")]
    [InlineData("![a](b)", "!\\[a\\](b)")]
    [InlineData("**a** ~~b~~ `c`", "\\*\\*a\\*\\* \\~\\~b\\~\\~ \\`c\\`")]
    [InlineData("$x$ \\ :tada:", "&#36;x&#36; \\\\ :&#8203;tada:")]
    [InlineData(" one\ntwo\t", "one two")]
    public void Text_is_shown_as_it_is(string text, string markdown) => MarkdownText.Plain(text).Should().Be(markdown);

    [Fact]
    public void A_long_text_is_cut_before_it_is_escaped_and_no_character_in_halves()
    {
        MarkdownText.Plain("|||||", 3).Should().Be("&#124;&#124;…");
        MarkdownText.Plain("a😀😀", 3).Should().Be("a…");
        MarkdownText.Plain("abc", 3).Should().Be("abc");
    }

    [Fact]
    public void Whatever_the_text_nothing_in_it_acts_and_all_of_it_is_shown() => Prop.ForAll(
        Gen.Elements("|", "`", "<", "&", "@", "#1", "*", "_", "[", "](", "!", "\\", "$", "://", "www.", ":a:", "x", " ", "\n", "\u0000", "&#124;", "\\|", "😀").ListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        text =>
        {
            var markdown = MarkdownText.Plain(text);
            var acting = Regex.Matches(markdown, "(?<!\\\\)(?:\\\\\\\\)*[`*_\\[\\]~]|[|<>$\n]|@(?!&#8203;)|(?<!&)#(?=[0-9])|://|www\\.");
            var shown = WebUtility.HtmlDecode(Regex.Replace(markdown, "\\\\([\\\\`*_\\[\\]~])", "$1")).Replace("\u200b", "", StringComparison.Ordinal);
            return acting.Count == 0 && shown == SafeText.OneLine(text).Trim();
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a.yml:1", "`a.yml:1`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`", "`` ` ``")]
    [InlineData("a``b`", "``` a``b` ```")]
    [InlineData("", "`  `")]
    [InlineData("a\nb", "`a b`")]
    public void Code_is_fenced_longer_than_what_is_in_it(string text, string markdown) => MarkdownText.Code(text).Should().Be(markdown);
}
