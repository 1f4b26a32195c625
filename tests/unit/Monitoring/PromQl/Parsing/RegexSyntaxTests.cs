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
    public void Tells_whether_an_empty_value_fits(string pattern, bool fits) => RegexSyntax.Read(pattern).Should().Be(new RegexSyntax(null, fits));

    [Theory]
    [InlineData("(", "a parenthesis is never closed")]
    [InlineData("a)", "a parenthesis was never opened")]
    [InlineData("[a", "never closed by ]")]
    [InlineData("[z-a]", "the range z-a runs backwards")]
    [InlineData("[[:nope:]]", "no class [:nope:]")]
    [InlineData("*a", "* has nothing to repeat")]
    [InlineData("a|+", "+ has nothing to repeat")]
    [InlineData("a*+", "+ repeats a repetition")]
    [InlineData("a{1001}", "at most 1000")]
    [InlineData("a{3,2}", "the smaller number first")]
    [InlineData("((a{100}){10}){2}", "more than 1000 repetitions")]
    [InlineData("(?=a)", "look-around is not supported")]
    [InlineData("(?<n m>a)", "a group's name")]
    [InlineData(@"(a)\1", @"\1 is no escape")]
    [InlineData(@"\x{110000}", "is no escape")]
    [InlineData(@"\", "ends in a backslash")]
    [InlineData(@"\p{Nope}", @"no class \p{Nope}")]
    public void Refuses_what_Go_refuses(string pattern, string message) => RegexSyntax.Read(pattern).Error.Should().Contain(message);

    [Fact]
    public void Nesting_costs_no_stack()
    {
        const int Levels = 100_000;
        RegexSyntax.Read(new string('(', Levels) + new string(')', Levels)).Error.Should().Contain("nests too deeply");
        RegexSyntax.Read(new string('(', 900) + new string(')', 900)).Error.Should().BeNull();
    }
}
