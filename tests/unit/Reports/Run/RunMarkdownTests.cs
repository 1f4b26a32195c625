using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Run;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Tests.Unit.Reports.Run;

public sealed class RunMarkdownTests
{
    private const int CommentLimit = 65_536;

    [Fact]
    public void The_summary_is_the_golden_one() => Golden.Compare(RunMarkdown.Serialize(SampleReports.Run), "summary.md");

    [Fact]
    public void The_summary_of_a_run_without_a_defect_is_the_golden_one() => Golden.Compare(RunMarkdown.Serialize(SampleReports.Perfect), "summary-perfect.md");

    [Fact]
    public void The_hostile_summary_is_the_golden_one() => Golden.Compare(RunMarkdown.Serialize(SampleReports.HostileRun), "summary-hostile.md");

    [Theory]
    [InlineData(0, "### ✓ Alerts of documented: all as expected")]
    [InlineData(1, "### ✗ Alerts of documented: defects")]
    [InlineData(6, "### ? Alerts of documented: inconclusive")]
    [InlineData(5, "### ? Alerts of documented: not validated")]
    public void The_verdict_comes_first(int exitCode, string heading) => RunMarkdown.Serialize(SampleReports.Perfect with { ExitCode = exitCode }).Split('\n')[0].Should().Be(heading);

    [Fact]
    public void New_defects_come_before_the_matrix_and_known_ones_are_folded_after_it()
    {
        var summary = RunMarkdown.Serialize(SampleReports.Run);

        string[] order = ["#### New defects (4)", "**DatabaseDeadlocks** / fires at `rules/database alerts.yml:61`: expected", "|  | alert | severity |", "<details><summary>Known defects (2)", "**slack-incidents-hears-no-resolution** / resolution-delivered: ServiceDown. send\\_resolved is not set. *Mend:*", "<details><summary>Times</summary>", "<details><summary>Disturbances (1)"];
        order.Select(part => summary.IndexOf(part, StringComparison.Ordinal)).Should().BeInAscendingOrder().And.NotContain(-1);
    }

    [Theory]
    [InlineData(30, 400)]
    [InlineData(2000, 20)]
    [InlineData(5000, 5000)]
    public void However_much_was_found_it_fits_a_comment_and_closes_what_it_opens(int count, int length)
    {
        var alert = SampleReports.Run.Alerts[2];
        var many = SampleReports.Run with
        {
            Alerts = [.. Enumerable.Range(0, count).Select(i => alert with { Alert = $"A{i}", Stages = [.. alert.Stages.Select(s => s.Outcome == Outcome.Fail ? s with { Detail = new string('|', length) } : s)] })],
        };

        var summary = RunMarkdown.Serialize(many);

        summary.Length.Should().BeInRange(CommentLimit / 4, CommentLimit);
        Count(summary, "<details>").Should().Be(Count(summary, "</details>"));
        summary.Should().Contain("more\n").And.EndWith("and is in `run.json`.\n");
    }

    [Fact]
    public void What_has_room_is_not_shortened() => RunMarkdown.Serialize(SampleReports.Run).Should().NotContain("had no room").And.NotContain(" more\n");

    [Fact]
    public void Every_row_has_as_many_cells_as_its_head()
    {
        var tables = RunMarkdown.Serialize(SampleReports.HostileRun).Split("\n\n").Where(block => block.StartsWith('|')).ToList();

        tables.Should().HaveCount(3);
        foreach (var rows in tables.Select(t => t.TrimEnd('\n').Split('\n').Where(l => l.StartsWith('|'))))
        {
            rows.Select(r => Count(r, "|")).Distinct().Should().ContainSingle();
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
