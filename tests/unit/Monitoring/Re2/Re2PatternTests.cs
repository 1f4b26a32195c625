using NovaCron.Validation.Environments.Monitoring.Re2;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Re2;

public sealed class Re2PatternTests
{
    [Theory]
    [InlineData("warning|info", "info", true)]
    [InlineData("warning|info", "information", false)]
    [InlineData("warning|info", "x info", false)]
    [InlineData("^(a|b)$", "b", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a.*", "a\nb", false)]
    [InlineData("a(?s:.*)", "a\nb", true)]
    [InlineData("a$", "a\n", false)]
    [InlineData("(?m)a$\nb", "a\nb", true)]
    [InlineData(@"\d+", "12", true)]
    [InlineData(@"\d+", "١٢", false)]
    [InlineData(@"\w+", "ä", false)]
    [InlineData(@"\pL+", "äß", true)]
    [InlineData(@"\p{^Lu}", "a", true)]
    [InlineData(@"\PL", "1", true)]
    [InlineData("(?i)kube", "KUBE", true)]
    [InlineData("(?i)k", "\u212A", true)]
    [InlineData("(?i:a)b", "AB", false)]
    [InlineData("(?i)[^a]", "A", false)]
    [InlineData("(?-i)a", "A", false)]
    [InlineData(".", "😀", true)]
    [InlineData("[^a]", "😀", true)]
    [InlineData("[😀-😂]", "😁", true)]
    [InlineData("[\\x{10000}-\\x{10FFFF}]", "😀", true)]
    [InlineData("[\\x{10000}-\\x{1F5FF}]", "😀", false)]
    [InlineData("[[:alpha:]_]+", "ab_", true)]
    [InlineData("[[:^alpha:]]", "a", false)]
    [InlineData("[]a]+", "]a", true)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[a-z-[aeiou]]", "b]", true)]
    [InlineData(@"\Qa.b\E+", "a.bb", true)]
    [InlineData("a{2,3}", "aaaa", false)]
    [InlineData("a{2,}", "aaaa", true)]
    [InlineData("a{,2}", "a{,2}", true)]
    [InlineData("a{0}b", "b", true)]
    [InlineData("a{2,03}", "a{2,03}", true)]
    [InlineData("a{2,03}", "aaaa", false)]
    [InlineData(@"(?:ab)?\Q\E+", "abab", true)]
    [InlineData(@"(?:ab)?\Q\E?", "abab", false)]
    [InlineData(@"(?:ab)+\Q\E?", "", true)]
    [InlineData(@"a{2}\Q\E{0}b", "b", true)]
    [InlineData("a??b*?", "abb", true)]
    [InlineData(@"\x41\x{e4}\101\n", "AäA\n", true)]
    [InlineData(@"a\b.\bb", "a-b", true)]
    [InlineData(@"a\Bb", "ab", true)]
    [InlineData("(?P<n>a)(?<m>b)", "ab", true)]
    [InlineData("(?P<n>a)(?P<n>b)", "ab", true)]
    [InlineData("#  a", "#  a", true)]
    [InlineData("[^\\x00-\\x{10FFFF}]|b", "b", true)]
    [InlineData("a)|(?:b", "xb", true)]
    [InlineData("a)|(?:b", "b", true)]
    public void Matches_the_whole_text_as_RE2_does(string pattern, string text, bool matches) => new Re2Pattern(pattern).IsMatch(text).Should().Be(matches);

    [Theory]
    [InlineData("a)", 1, "')' closes nothing")]
    [InlineData("(a", 0, "'(' is not closed")]
    [InlineData("[a", 0, "'[' is not closed")]
    [InlineData("*a", 0, "there is nothing to repeat")]
    [InlineData("a|+", 2, "there is nothing to repeat")]
    [InlineData("a**", 2, "a repetition is repeated")]
    [InlineData("a{2}{3}", 4, "a repetition is repeated")]
    [InlineData("a{1001}", 1, "the count is above 1000, or its first number is above its second")]
    [InlineData("a{3,2}", 1, "the count is above 1000, or its first number is above its second")]
    [InlineData("a{999999999999}", 1, "the count is above 1000, or its first number is above its second")]
    [InlineData("(a{100}){11}", 8, "nested counts repeat more than 1000 times")]
    [InlineData("a(?=b)", 1, "'(?' is followed by no group that RE2 knows; it has no look-around")]
    [InlineData("(?x)a", 0, "'(?' is followed by no group that RE2 knows; it has no look-around")]
    [InlineData("(a)\\1", 3, "'\\1' is no escape that RE2 knows")]
    [InlineData("\\q", 0, "'\\q' is no escape that RE2 knows")]
    [InlineData("a\\", 2, "it ends with a backslash")]
    [InlineData("[z-a]", 1, "the range's end is before its begin")]
    [InlineData("[[:nope:]]", 1, "there is no class '[:nope:]'")]
    [InlineData("a(?i-)b", 1, "'(?' is followed by no group that RE2 knows; it has no look-around")]
    [InlineData("a(?-)b", 1, "'(?' is followed by no group that RE2 knows; it has no look-around")]
    [InlineData("a\\p{Nope}", 1, "'Nope' is neither a Unicode category, such as L, Lu or Nd, nor a script, such as Greek")]
    [InlineData("a[b\\P{Greek}]", 3, "which characters the script Greek has is not known here; name them as ranges")]
    [InlineData("x(?P<a b>y)", 1, "a group's name is missing, or not made of letters, digits and '_'")]
    [InlineData("(?<>y)", 0, "a group's name is missing, or not made of letters, digits and '_'")]
    [InlineData("(?P<a", 0, "a group's name is missing, or not made of letters, digits and '_'")]
    [InlineData("\\Qa", 3, "it leaves no end for what is written behind it")]
    [InlineData("\\x{110000}", 0, "'\\x' is not followed by two hexadecimal digits, or by a code point in braces")]
    public void Says_what_RE2_refuses(string pattern, int offset, string message) =>
        FluentActions.Invoking(() => new Re2Pattern(pattern)).Should().Throw<Re2Exception>().WithMessage(message).Which.Offset.Should().Be(offset);

    [Theory]
    [InlineData("warning|info", "info warning")]
    [InlineData("^(a|b)c?$", "a ac b bc")]
    [InlineData("[ab]{2}", "aa ab ba bb")]
    [InlineData("(?i)a", "A a")]
    [InlineData("x", "x")]
    public void Lists_the_texts_of_an_expression_that_has_few(string pattern, string texts) =>
        string.Join(' ', new Re2Pattern(pattern).Texts!.Order(StringComparer.Ordinal)).Should().Be(texts);

    [Theory]
    [InlineData("a.*")]
    [InlineData("[a-z]{3}")]
    [InlineData("a+")]
    [InlineData("[^a]")]
    public void Lists_none_of_an_expression_that_has_many(string pattern) => new Re2Pattern(pattern).Texts.Should().BeNull();

    [Theory]
    [InlineData(".*", true, false)]
    [InlineData("^.*$", true, false)]
    [InlineData("(.*)", true, false)]
    [InlineData(".+", false, true)]
    [InlineData("(?s).+", false, true)]
    [InlineData(".?", false, false)]
    [InlineData("a*", false, false)]
    public void Knows_what_matches_all(string pattern, bool all, bool allButEmpty) =>
        (new Re2Pattern(pattern).MatchesAll, new Re2Pattern(pattern).MatchesAllButEmpty).Should().Be((all, allButEmpty));

    [Theory]
    [InlineData("Kube.*Down", "KubeDown")]
    [InlineData("[0-9]+x", "0x")]
    [InlineData("[^a]", "b")]
    [InlineData("a\\Bb", "ab")]
    public void Gives_an_example(string pattern, string sample) => new Re2Pattern(pattern).Sample().Should().Be(sample);

    [Fact]
    public void What_makes_others_backtrack_takes_no_time() => new Re2Pattern("(a|aa)*(a*)*b").IsMatch(new string('a', 50_000)).Should().BeFalse();

    [Theory]
    [InlineData(999, true)]
    [InlineData(1000, false)]
    [InlineData(40_000, false)]
    public void Groups_nest_as_deep_as_in_Go(int depth, bool isRead)
    {
        var pattern = new string('(', depth) + "a" + new string(')', depth);
        if (isRead)
        {
            new Re2Pattern(pattern).IsMatch("a").Should().BeTrue();
        }
        else
        {
            FluentActions.Invoking(() => new Re2Pattern(pattern)).Should().Throw<Re2Exception>().WithMessage(depth == 1000 ? "it leaves no end*" : "groups nest more than 1000 deep");
        }
    }

    [Fact]
    public void Too_long_an_expression_is_refused() =>
        FluentActions.Invoking(() => new Re2Pattern(new string('a', 100_001))).Should().Throw<Re2Exception>().WithMessage("it is 100001 characters long, and at most 100000 are read");
}
