using NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

namespace NovaCron.Validation.Tests.Unit.Monitoring.PromQl.Parsing;

public sealed class RegexSyntaxTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData(".*", true)]
    [InlineData(".+", false)]
    [InlineData("a|", true)]
    [InlineData("a|b", false)]
    [InlineData("(a|(b*))", true)]
    [InlineData("(a|(b*))c", false)]
    [InlineData("a{0,5}", true)]
    [InlineData("a{1,5}", false)]
    [InlineData("(a?){3}", true)]
    [InlineData("^$", true)]
    [InlineData(@"\b", false)]
    [InlineData(@"\B\A\z", true)]
    [InlineData(@"\Q\E", true)]
    [InlineData(@"\Q*\E", false)]
    [InlineData("(?i)", true)]
    [InlineData("[]a]{2}", false)]
    [InlineData("a{", false)]
    [InlineData("a{0,03}", false)]
    [InlineData(@"\p{Greek}*[\P{Han}]?", true)]
    [InlineData(@"a+\Q\E*", true)]
    public void Tells_whether_an_empty_value_fits(string pattern, bool fits) => RegexSyntax.Read(pattern).Should().Be(new RegexSyntax(null, fits));

    [Theory]
    [InlineData("(", "'(' is not closed")]
    [InlineData("a)", "')' closes nothing")]
    [InlineData("[a", "'[' is not closed")]
    [InlineData("[z-a]", "the range's end is before its begin")]
    [InlineData("[[:nope:]]", "no class '[:nope:]'")]
    [InlineData("*a", "there is nothing to repeat")]
    [InlineData("a|+", "there is nothing to repeat")]
    [InlineData("a*+", "a repetition is repeated")]
    [InlineData("a{1001}", "above 1000")]
    [InlineData("a{3,2}", "its first number is above its second")]
    [InlineData("((a{100}){10}){2}", "repeat more than 1000 times")]
    [InlineData("(?=a)", "it has no look-around")]
    [InlineData("(?i-)a", "it has no look-around")]
    [InlineData("(?-:a)", "it has no look-around")]
    [InlineData("(?<n m>a)", "a group's name")]
    [InlineData(@"(a)\1", @"'\1' is no escape")]
    [InlineData(@"\x{110000}", "is not followed by")]
    [InlineData(@"\", "ends with a backslash")]
    [InlineData(@"\p{Nope}", "'Nope' is neither a Unicode category")]
    public void Refuses_what_Go_refuses(string pattern, string message) => RegexSyntax.Read(pattern).Error.Should().Contain(message);

    [Fact]
    public void Nesting_costs_no_stack()
    {
        const int Levels = 100_000;
        RegexSyntax.Read(new string('(', Levels) + new string(')', Levels)).Error.Should().Contain("nest more than 1000 deep");
        RegexSyntax.Read(new string('(', 900) + new string(')', 900)).Error.Should().BeNull();
        RegexSyntax.Read(new string('(', 999) + "a" + new string(')', 999)).Error.Should().BeNull();
        RegexSyntax.Read(new string('(', 1000) + "a" + new string(')', 1000)).Error.Should().Contain("nest more than 1000 deep");
        RegexSyntax.Read("a*" + string.Concat(Enumerable.Repeat(@"\Q\E*", Levels))).Should().Be(new RegexSyntax(null, true));
    }
}
