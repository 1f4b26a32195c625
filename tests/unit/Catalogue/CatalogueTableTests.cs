using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Trends;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Catalogue;
using NovaCron.Validation.Tests.Unit.Reports;
using NovaCron.Validation.Tests.Unit.Trends;

namespace NovaCron.Validation.Tests.Unit.Catalogue;

public sealed class CatalogueTableTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(160)]
    public void The_plain_catalogue_is_the_golden_one(int width) => Golden.Compare(Render(SampleHistory.Runs, width), $"catalogue-{width}.txt");

    [Fact]
    public void Every_alert_is_one_line_where_there_is_room()
    {
        var lines = Render(SampleHistory.Runs, 160).TrimEnd().Split('\n');

        lines.Should().HaveCount(ScenarioCatalogue.All.Length + 1);
        lines.Single(l => l.StartsWith("ServiceDown ", StringComparison.Ordinal)).Should().Contain("documented 2026-01-01 12:00").And.EndWith("corrected 2026-01-01 09:00");
        lines.Single(l => l.StartsWith("HighErrorRate ", StringComparison.Ordinal)).Should().EndWith("never");
    }

    [Fact]
    public void Of_a_folder_the_end_of_its_path_is_shown_harmlessly() =>
        Render([SampleHistory.Run(0, "/a/very/long/path/to/a/folder\u001b[2J[red]", SampleHistory.Alert("CacheDown", 1, 1))], 160).Should().NotContain("\u001b").And.Contain("folder<U+001B>[2J[red]");

    [Fact]
    public void Colours_come_only_where_the_console_has_them()
    {
        Render(SampleHistory.Runs, 160, ansi: true).Should().Contain("\u001b[");
        Render(SampleHistory.Runs, 160).Should().NotContain("\u001b[");
    }

    private static string Render(IEnumerable<RunResult> runs, int width, bool ansi = false) =>
        PlainConsole.Of(width, console => CatalogueTable.Write(console, ScenarioCatalogue.All, Trend.Of(runs)), ansi: ansi).ReplaceLineEndings("\n");
}
