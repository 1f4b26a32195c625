using NovaCron.Validation.Assertions.Reports.Html.Messages;

namespace NovaCron.Validation.Tests.Unit.Reports.Html.Messages;

public sealed class SlackMarkupTests
{
    [Theory]
    [InlineData("*bold* _slanted_ ~gone~ `code`", "Bold:bold|Plain: |Italic:slanted|Plain: |Struck:gone|Plain: |Code:code")]
    [InlineData("a*b*c snake_case_name 2 * 3 * 4", "Plain:a*b*c snake_case_name 2 * 3 * 4")]
    [InlineData("*Severity:* critical", "Bold:Severity:|Plain: critical")]
    [InlineData("see <https://a.example/x|the page> now", "Plain:see |Link:the page>https://a.example/x|Plain: now")]
    [InlineData("see https://a.example/x?y=1", "Plain:see |Link:https://a.example/x?y=1>https://a.example/x?y=1")]
    [InlineData("<!here> <@U1> <#C1|ops>", "Mention:@here|Plain: |Mention:@U1|Plain: |Mention:ops")]
    [InlineData("1 &lt; 2 &amp;amp; 3", "Plain:1 < 2 &amp; 3")]
    [InlineData("value <no value> of {{ .X }}", "Plain:value |Leftover:<no value>|Plain: of |Leftover:{{ .X }}")]
    [InlineData("<script>alert(1)</script>", "Link:script>script|Plain:alert(1)|Link:/script>/script")]
    [InlineData("", "")]
    public void A_line_is_read_as_Slack_would(string line, string pieces) => Text(SlackMarkup.Line(line)).Should().Be(pieces);

    [Theory]
    [InlineData("*Severity:*", true)]
    [InlineData("*Severity:*   ", true)]
    [InlineData("*Severity:* x", false)]
    [InlineData("*Severity*", false)]
    public void A_field_without_a_value_is_marked(string line, bool isEmpty) =>
        SlackMarkup.Line(line).Any(p => p.Kind == PieceKind.Empty).Should().Be(isEmpty);

    [Fact]
    public void Lines_stay_lines() => SlackMarkup.Lines("a\r\n\nb\n").Should().HaveCount(3);

    private static string Text(IEnumerable<Piece> pieces) => string.Join("|", pieces.Select(p => $"{p.Kind}:{p.Text}{(p.Target is null ? "" : $">{p.Target}")}"));
}
