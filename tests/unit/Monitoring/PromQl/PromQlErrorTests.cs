using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Tests.Unit.Monitoring.PromQl;

/// <summary>What is refused, where, and in which words.</summary>
public sealed class PromQlErrorTests
{
    [Theory]
    [InlineData("", 0, "there is no expression")]
    [InlineData("# only a comment", 16, "there is no expression")]
    [InlineData("a +", 3, "the expression ends where an expression is awaited")]
    [InlineData("a b", 2, "b stands where an operator or the end is awaited")]
    [InlineData("(a", 2, "a parenthesis is never closed")]
    [InlineData("a)", 1, "this parenthesis was never opened")]
    [InlineData("a{b=\"c\"", 7, "the brace is never closed")]
    [InlineData("a[5m", 4, "the bracket is never closed")]
    [InlineData("a]", 1, "this bracket was never opened")]
    [InlineData("a $ b", 2, "unexpected character \"$\"")]
    [InlineData("a 🚨", 2, "unexpected character \"🚨\"")]
    [InlineData("a ! b", 2, "! is no operator")]
    [InlineData("a =~ b", 2, "=~ matches labels")]
    [InlineData("5x", 0, "\"5\" is neither a number nor a duration")]
    [InlineData("1e400", 0, "1e400 is no number, or one out of range")]
    [InlineData("1m1h", 0, "1m1h is no duration")]
    [InlineData("a + 293y", 4, "293y is no duration")]
    public void Text_that_is_no_expression(string expression, int offset, string message) => Refuses(expression, offset, message);

    [Theory]
    [InlineData("'x", 0, "never closed")]
    [InlineData("\"x\ny\"", 0, "never closed")]
    [InlineData("`x", 0, "never closed")]
    [InlineData("\"ab\\q\"", 3, "unknown escape")]
    [InlineData("\"\\x4\"", 1, "needs 2 digits of radix 16")]
    [InlineData("\"\\400\"", 1, "names no character")]
    [InlineData("\"\\ud800\"", 1, "names no character")]
    [InlineData("\"a\uFFFD\"", 2, "UTF-8")]
    [InlineData("\"a\uD800\"", 2, "UTF-8")]
    public void Strings(string expression, int offset, string message) => Refuses(expression, offset, message);

    [Theory]
    [InlineData("{}", 0, "would fit every series")]
    [InlineData("a + {b=~\"x?\"}", 4, "would fit every series")]
    [InlineData("a{__name__=\"b\"}", 0, "in front of the braces and inside")]
    [InlineData("a{b}", 3, "} stands where =, !=, =~ or !~ is awaited")]
    [InlineData("a{b=c}", 4, "c stands where a string is awaited")]
    [InlineData("a{b=\"c\" d=\"e\"}", 8, "d stands where } is awaited")]
    [InlineData("a{,}", 2, ", stands where a label or } is awaited")]
    [InlineData("a{b=~\"(\"}", 5, "'(' is not closed")]
    public void Selectors(string expression, int offset, string message) => Refuses(expression, offset, message);

    [Theory]
    [InlineData("a[]", 2, "] stands where a number or a duration is awaited")]
    [InlineData("a[0s]", 2, "longer than 0")]
    [InlineData("a[-5m]", 2, "longer than 0")]
    [InlineData("a[5m:0]", 5, "longer than 0")]
    [InlineData("a[5m + 1m]", 5, "--enable-feature=promql-duration-expr")]
    [InlineData("a[(5m)]", 2, "--enable-feature=promql-duration-expr")]
    [InlineData("a[1e10]", 2, "out of range")]
    [InlineData("a[:5m]", 2, "a range comes before the colon")]
    [InlineData("a[5m:1m:1m]", 7, "a second colon")]
    [InlineData("(a)[5m]", 3, "only a selector has a range")]
    [InlineData("a offset 5m [5m]", 12, "offset stands behind the range")]
    [InlineData("a @ 5 [5m]", 6, "@ stands behind the range")]
    [InlineData("a[5m][5m:]", 0, "what a subquery evaluates is an instant vector, not a range vector")]
    [InlineData("a offset", 8, "the expression ends where a number or a duration is awaited")]
    [InlineData("a offset 1m offset 1m", 12, "a second offset")]
    [InlineData("sum(a) offset 5m", 7, "offset stands behind a selector")]
    [InlineData("a @ x", 4, "x stands where a time in seconds, start() or end() is awaited")]
    [InlineData("a @ 1 @ 1", 6, "a second @")]
    [InlineData("a @ Inf", 4, "the time of @ is out of range")]
    [InlineData("(a) @ 1", 4, "@ stands behind a selector")]
    public void Times(string expression, int offset, string message) => Refuses(expression, offset, message);

    [Theory]
    [InlineData("nope(a)", 0, "there is no function nope")]
    [InlineData("1 + mad_over_time(a[5m])", 4, "mad_over_time is experimental")]
    [InlineData("rate(a)", 5, "argument 1 of rate is a range vector, not an instant vector")]
    [InlineData("rate(a[5m], 1)", 0, "rate takes 1 arguments, not 2")]
    [InlineData("round(a, 1, 2)", 0, "round takes 1 to 2 arguments, not 3")]
    [InlineData("label_join(a)", 0, "label_join takes 3 or more arguments, not 1")]
    [InlineData("label_join(a, 'x', ',', 'y', z)", 29, "argument 5 of label_join is a string, not an instant vector")]
    [InlineData("abs(a,)", 6, ") stands where an expression is awaited")]
    [InlineData("sum(1)", 4, "what sum aggregates is an instant vector, not a scalar")]
    [InlineData("topk(a, b)", 5, "the parameter of topk is a scalar, not an instant vector")]
    [InlineData("count_values(1, b)", 13, "the parameter of count_values is a string, not a scalar")]
    [InlineData("topk(a)", 0, "topk takes a parameter and a vector, not 1 arguments")]
    [InlineData("sum(a, b)", 0, "sum takes one vector, not 2 arguments")]
    [InlineData("limitk(1, a)", 0, "limitk is experimental")]
    [InlineData("sum by (1) (a)", 8, "1 stands where a label is awaited")]
    [InlineData("sum by (\"\") (a)", 8, "a label's name is UTF-8 and not empty")]
    [InlineData("sum by (without) (a)", 8, "without stands where a label is awaited")]
    public void Calls_and_aggregations(string expression, int offset, string message) => Refuses(expression, offset, message);

    [Theory]
    [InlineData("1 > 2", 4, "needs bool behind >")]
    [InlineData("a + bool b", 4, "bool stands behind comparisons only")]
    [InlineData("'x' + a", 0, "an operand of + is a scalar or an instant vector, not a string")]
    [InlineData("a + b[5m]", 4, "not a range vector")]
    [InlineData("-'x'", 1, "an operand of - is a scalar or an instant vector")]
    [InlineData("a + on(x) 1", 4, "between two instant vectors only")]
    [InlineData("a and 1", 6, "between two instant vectors only")]
    [InlineData("a and on(x) group_left b", 6, "takes no group_left")]
    [InlineData("a * on(x) group_left(x) b", 4, "label \"x\" stands in on and in the group clause")]
    public void Operators(string expression, int offset, string message) => Refuses(expression, offset, message);

    [Fact]
    public void An_error_says_line_and_column()
    {
        var parse = () => PromQlParser.Parse("sum(\n  a\n) by (x) +\n  rate(b)");

        var refused = parse.Should().Throw<PromQlException>().Which;
        (refused.Line, refused.Column, refused.Offset).Should().Be((4, 8, 27));
        refused.Message.Should().Be("line 4, column 8: argument 1 of rate is a range vector, not an instant vector");
    }

    [Fact]
    public void A_long_token_is_shown_in_part()
    {
        var parse = () => PromQlParser.Parse("a " + new string('b', 100_000));

        parse.Should().Throw<PromQlException>().Which.Message.Length.Should().BeLessThan(200);
    }

    private static void Refuses(string expression, int offset, string message)
    {
        var parse = () => PromQlParser.Parse(expression);

        var refused = parse.Should().Throw<PromQlException>().Which;
        refused.Reason.Should().Contain(message);
        refused.Offset.Should().Be(offset);
    }
}
