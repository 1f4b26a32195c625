using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

/// <summary>What each of Alertmanager's two parsers reads; which of them decides, the stack tests ask amtool.</summary>
public sealed class MatcherReaderTests
{
    [Theory]
    [InlineData("a=b", "a = b @0")]
    [InlineData(" a = \"b\" ", "a = b @1")]
    [InlineData("{a=b,c!~d}", "a = b @1; c !~ d @5")]
    [InlineData("{a=b,}", "a = b @1")]
    [InlineData("", "")]
    [InlineData("{}", "")]
    [InlineData("\"a b\"=\"c\"", "a b = c @0")]
    [InlineData("ä=ö", "ä = ö @0")]
    [InlineData("a=\"\\u00e4\\t\\\"\"", "a = ä\t\" @0")]
    [InlineData("a=\"b,c\", d=e", "a = b,c @0; d = e @9")]
    [InlineData("a", null)]
    [InlineData("a=", null)]
    [InlineData("a=b c=d", null)]
    [InlineData("{a=b", null)]
    [InlineData("a=b}", null)]
    [InlineData("a==b", null)]
    [InlineData(",", null)]
    [InlineData("a=~(b|c)", "a =~ (b|c) @0")]
    [InlineData("a=\"\\q\"", null)]
    [InlineData("a=\"b", null)]
    [InlineData("a=b'", null)]
    public void The_newer_parser(string text, string? matchers) => Show(MatcherParser.Parse(text)).Should().Be(matchers);

    [Theory]
    [InlineData("a=b", "a = b @0")]
    [InlineData("a=", "a =  @0")]
    [InlineData("a=b c=d", "a = b c=d @0")]
    [InlineData("{a=b", "a = b @1")]
    [InlineData("a=~b{2}", "a =~ b{2 @0")]
    [InlineData("a=\"b,c\", d=e,", "a = b,c @0; d = e @9")]
    [InlineData("a=\"\\q\\n\\\"\\\\\"", "a = \\q\n\"\\ @0")]
    [InlineData("a==b", "a = =b @0")]
    [InlineData("", "")]
    [InlineData("ä=b", null)]
    [InlineData("\"a\"=b", null)]
    [InlineData("a=\"b", null)]
    [InlineData("a=b\"c", null)]
    [InlineData(",a=b", null)]
    public void The_classic_parser(string text, string? matchers) => Show(ClassicMatcherParser.Parse(text)).Should().Be(matchers);

    private static string? Show(System.Collections.Immutable.ImmutableArray<ParsedMatcher>? matchers) =>
        matchers is { } some ? string.Join("; ", some.Select(m => $"{m.Name} {m.Operator} {m.Value} @{m.Offset}")) : null;
}
