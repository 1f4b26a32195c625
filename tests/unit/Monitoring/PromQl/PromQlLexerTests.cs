using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Tests.Unit.Monitoring.PromQl;

public sealed class PromQlLexerTests
{
    [Theory]
    [InlineData("up == 0", "Identifier up|Comparison ==|Number 0")]
    [InlineData("a:b:c{l=~\"x\",m!~'y',n!=`z`}", "Identifier a:b:c|Open {|Identifier l|Operator =~|Text \"x\"|Comma ,|Identifier m|Operator !~|Text 'y'|Comma ,|Identifier n|Comparison !=|Text `z`|Close }")]
    [InlineData("x[1h30m:5m]", "Identifier x|Open [|Duration 1h30m|Colon :|Duration 5m|Close ]")]
    [InlineData("x[5m:]", "Identifier x|Open [|Duration 5m|Colon :|Close ]")]
    [InlineData("x offset -5m @ end()", "Identifier x|Identifier offset|Operator -|Duration 5m|Operator @|Identifier end|Open (|Close )")]
    [InlineData("0x1F + 1e3 + 1.5e-3 + .5 + 5. + Inf + NaN", "Number 0x1F|Operator +|Number 1e3|Operator +|Number 1.5e-3|Operator +|Number .5|Operator +|Number 5.|Operator +|Number Inf|Operator +|Number NaN")]
    [InlineData("x{inf=\"1\"}", "Identifier x|Open {|Identifier inf|Operator =|Text \"1\"|Close }")]
    [InlineData("5ms 5m 5s1ms", "Duration 5ms|Duration 5m|Duration 5s1ms")]
    [InlineData("a <= b >= c < d > e", "Identifier a|Comparison <=|Identifier b|Comparison >=|Identifier c|Comparison <|Identifier d|Comparison >|Identifier e")]
    [InlineData("a # [5m] == 0\n> 1", "Identifier a|Comment # [5m] == 0|Comparison >|Number 1")]
    public void Cuts(string expression, string tokens) => Describe(expression).Should().Be(tokens);

    [Theory]
    [InlineData("x{a=\"[5m] == \\\" 0\"}", "\"[5m] == \\\" 0\"")]
    [InlineData("x{a='it\\'s [5m]'}", "'it\\'s [5m]'")]
    [InlineData("x{a=`raw \\`}", "`raw \\`")]
    [InlineData("x{a=\"# no comment\"}", "\"# no comment\"")]
    public void Keeps_strings_whole(string expression, string text) =>
        PromQlLexer.Tokenize(expression).Should().ContainSingle(t => t.Kind == PromQlTokenKind.Text).Which.Of(expression).ToString().Should().Be(text);

    [Theory]
    [InlineData("x{a=\"never closed}")]
    [InlineData("x{a=\"closed\nelsewhere\"}")]
    [InlineData("x{a=\"ends in \\")]
    [InlineData("x{a=`never closed")]
    [InlineData("5x")]
    [InlineData("5m3")]
    [InlineData("a ! b")]
    [InlineData("a $ b")]
    [InlineData("é")]
    public void Marks_what_it_does_not_know(string expression) =>
        PromQlLexer.Tokenize(expression).Should().Contain(t => t.Kind == PromQlTokenKind.Invalid);

    [Fact]
    public void Knows_every_expression_of_the_strategy()
    {
        var expressions = Fixtures.Load("documented").Alerts.Select(a => a.Expr).ToList();
        expressions.Should().HaveCount(20);
        foreach (var expression in expressions)
        {
            PromQlLexer.Tokenize(expression).Should().NotContain(t => t.Kind == PromQlTokenKind.Invalid, expression);
        }
    }

    [Fact]
    public void Loses_nothing_but_whitespace()
    {
        var pieces = Gen.Elements(
            "up", "{", "}", "[", "]", "(", ")", "5m", "1h30m", "\"a\\\"b\"", "'", "`", "\"", "\\", "#", "\n", " ", "\t", "==", "=~", "!", ":", ",", "0x", "1e3", "1e", ".", "-", "@", "offset", "é", "🚨", "\r\n", "\0");
        Prop.ForAll(Arb.From(pieces.ListOf()), list => IsFaithful(string.Concat(list))).QuickCheckThrowOnFailure();
        Prop.ForAll<NonNull<string>>(text => IsFaithful(text.Get)).QuickCheckThrowOnFailure();
    }

    private static bool IsFaithful(string expression)
    {
        var at = 0;
        foreach (var token in PromQlLexer.Tokenize(expression))
        {
            if (token.Length <= 0 || token.Offset < at || !string.IsNullOrWhiteSpace(expression[at..token.Offset]))
            {
                return false;
            }

            at = token.End;
        }

        return string.IsNullOrWhiteSpace(expression[at..]);
    }

    private static string Describe(string expression) =>
        string.Join('|', PromQlLexer.Tokenize(expression).Select(t => $"{t.Kind} {t.Of(expression)}"));
}
