using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.History;
using NovaCron.Validation.Assertions.Trends;
using NovaCron.Validation.Tests.Unit.Trends;

namespace NovaCron.Validation.Tests.Unit.Reports.History;

public sealed class TrendTableTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(160)]
    public void The_plain_table_is_the_golden_one(int width) => Golden.Compare(Render(SampleHistory.Runs, width), $"trend-{width}.txt");

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(160)]
    public void No_line_is_wider_than_the_terminal(int width) =>
        Render(SampleHistory.Runs, width).Split('\n').Should().OnlyContain(l => l.Length <= width);

    [Fact]
    public void Without_Unicode_nothing_needs_it() => Render(SampleHistory.Runs, 160, unicode: false).Should().MatchRegex(@"\A[\x00-\x7f]*\z");

    [Fact]
    public void Colours_come_only_where_the_console_has_them()
    {
        Render(SampleHistory.Runs, 80, ansi: true).Should().Contain("\u001b[");
        Render(SampleHistory.Runs, 80).Should().NotContain("\u001b[");
    }

    [Fact]
    public void Hostile_names_are_shown_harmlessly()
    {
        var run = SampleHistory.Run(0, "[red]\u001b[2J", SampleHistory.Alert("[bold]X\u202e\n", 1, 1, known: "\u0007[/]"));

        foreach (var width in new[] { 40, 160 })
        {
            var text = Render([run], width);
            text.Should().NotContain("\u001b").And.NotContain("\u202e").And.NotContain("\u0007").And.Contain("<U+001B>").And.Contain("<U+202E>").And.Contain("<U+0007>[/]");
        }
    }

    private static string Render(IEnumerable<RunResult> runs, int width, bool unicode = true, bool ansi = false) =>
        PlainConsole.Of(width, console => TrendTable.Write(console, Trend.Of(runs)), unicode, ansi);
}
