using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Tests.Unit.Reports.Run;

namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class MatrixTests
{
    [Theory]
    [InlineData(140, "matrix-wide.txt")]
    [InlineData(60, "matrix-narrow.txt")]
    [InlineData(40, "matrix-40.txt")]
    public void The_plain_report_is_the_golden_one(int width, string golden) => Golden.Compare(Render(SampleRun.Of(), width), golden);

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(140)]
    public void No_detail_is_lost_at_any_width(int width)
    {
        var text = string.Join(" ", Render(SampleRun.Of(), width).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        text.Should().Contain("CacheHighEvictionRate").And.Contain("heard nothing more until").And.Contain("Exit code 1");
        Render(SampleRun.Of() with { Alerts = [] }, width).Should().NotContain("CacheHighEvictionRate");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(160)]
    public void Nothing_is_wider_than_the_terminal_nor_coloured_nor_outside_of_what_it_can_show(int width)
    {
        var text = Render(SampleReports.Run, width);
        var ascii = Render(SampleReports.Run, width, unicode: false);

        text.Should().NotContain("\u001b");
        text.Split('\n').Max(l => l.Length).Should().BeLessThanOrEqualTo(width);
        ascii.Split('\n').Max(l => l.Length).Should().BeLessThanOrEqualTo(width);
        ascii.Should().Match(t => t.All(char.IsAscii));
        text.Split('\n').Should().ContainSingle(l => l.TrimEnd().EndsWith(width < 120 ? "✓  ✓  ✓  ✗  ·  ·  –  ·  ·" : "✗     ·      ·       –        ·        ·", StringComparison.Ordinal), "the row of DatabaseDeadlocks is whole");
    }

    [Fact]
    public void Without_Unicode_the_plain_report_is_the_golden_one() => Golden.Compare(Render(SampleReports.Run, 80, unicode: false), "matrix-ascii.txt");

    [Fact]
    public void Without_Unicode_every_outcome_still_has_its_own_sign() => Render(SampleRun.Of(), 140, unicode: false)
        .Should().Contain("x DatabaseDeadlocks").And.Contain("k ServiceDown").And.Contain("+ CacheHighEvictionRate").And.Contain("? DWCPPacketLoss");

    [Fact]
    public void Hostile_text_neither_breaks_the_markup_nor_reaches_the_terminal()
    {
        var run = SampleRun.Of();
        var hostile = run.Alerts[2] with
        {
            Alert = "[red]X[/] [[",
            Stages = [new StageEntry { Stage = StageName.Fires, Outcome = Outcome.Fail, Detail = "\u001b[2J[bold]boom\u202e\u0007\nnext [/]" }],
        };

        var text = Render(run with { Alerts = [hostile] }, 140, ansi: true);

        text.Should().Contain("[red]X[/] [[").And.Contain("<U+001B>[2J[bold]boom<U+202E><U+0007> next [/]");
        text.Should().NotContain("\u001b[2J").And.NotContain("\u202e").And.NotContain("\u0007");
    }

    [Fact]
    public void Colours_come_only_where_the_console_has_them()
    {
        Render(SampleRun.Of(), 140, ansi: true).Should().Contain("\u001b[");
        Render(SampleRun.Of(), 140).Should().NotContain("\u001b[");
    }

    [Fact]
    public void A_ledger_entry_that_no_longer_reproduces_is_listed()
    {
        var run = SampleRun.Of() with { Findings = [FindingEntry.Of(new StaleDefect("old-entry", ["X"], "expected old-entry to show"), "known-defects.yaml")] };

        Render(run, 140).Should().Contain("Ledger entries that no longer reproduce (1)").And.Contain("expected old-entry to show");
        Render(SampleRun.Of(), 140).Should().NotContain("no longer reproduce (");
    }

    private static string Render(RunResult run, int width, bool unicode = true, bool ansi = false) =>
        PlainConsole.Of(width, console => Matrix.Write(console, run), unicode, ansi);
}
