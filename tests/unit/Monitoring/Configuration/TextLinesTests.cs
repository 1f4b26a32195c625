using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class TextLinesTests
{
    private const string Text = "ab\ncd\r\ne\rf\u0085g\u2028h\n";

    [Fact]
    public void Lines_end_where_YAML_says_that_they_end()
    {
        var lines = new TextLines(Text);

        Enumerable.Range(1, lines.Count).Select(n => lines[n]).Should().Equal("ab", "cd", "e", "f", "g", "h", "");
        new TextLines("").Count.Should().Be(1);
        new TextLines("")[1].Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(6, 2, 4)]
    [InlineData(7, 3, 1)]
    [InlineData(9, 4, 1)]
    [InlineData(15, 7, 1)]
    public void A_character_has_a_line_and_a_column(int offset, int line, int column) => new TextLines(Text).PositionOf("f", offset).Should().Be(new SourcePosition("f", line, column));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Places_are_those_of_the_YAML_parser(string end)
    {
        var rule = RuleReader.Read(ConfigurationFile.Of("r.yml", "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: |\n      up\n      == 0\n".ReplaceLineEndings(end))).Groups[0].Rules[0];

        (rule.ExprText!.PositionOf(0), rule.ExprText.PositionOf(rule.Expr.IndexOf('='))).Should().Be((new SourcePosition("r.yml", 6, 7), new SourcePosition("r.yml", 7, 7)));
    }
}
