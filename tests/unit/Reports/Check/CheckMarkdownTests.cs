using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Differences;
using NovaCron.Validation.Assertions.Reports.Check;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Reports.Check;

public sealed class CheckMarkdownTests
{
    private static readonly CheckResult Sound = SampleCheck.Result with { Findings = [.. SampleCheck.Result.Findings.Where(f => !CheckResult.IsNew(f))] };

    [Fact]
    public void The_summary_is_the_golden_one() => Golden.Compare(CheckMarkdown.Serialize(SampleCheck.Result), "check.md");

    [Fact]
    public void Without_a_new_finding_all_is_as_expected()
    {
        CheckMarkdown.Serialize(Sound).Should().StartWith("### ✓ Check of documented: all as expected\n").And.NotContain("#### ").And.Contain("<details><summary>Known defects (1)");
        CheckMarkdown.Serialize(SampleCheck.Result).Should().StartWith("### ✗ Check of documented: 2 new findings\n");
    }

    [Fact]
    public void What_an_edit_changes_for_the_people_on_call_is_listed()
    {
        var difference = new Difference("fires-later", "CacheDown", "fired after 60 s, fires after 300 s", new SourcePosition("rules/r.yml", 3, 5));

        CheckMarkdown.Serialize(Sound with { Against = new Comparison("origin/main", [difference]) }).Should()
            .Contain("#### For the people on call, against origin/main (1)").And.Contain("- **CacheDown** fired after 60 s, fires after 300 s (fires-later, `rules/r.yml:3:5`)");
        CheckMarkdown.Serialize(Sound with { Against = new Comparison("origin/main", []) }).Should().Contain("nothing is other than in origin/main");
    }

    [Fact]
    public void However_much_was_found_it_fits_a_comment() =>
        CheckMarkdown.Serialize(SampleCheck.Result with { Findings = [.. Enumerable.Repeat(SampleCheck.Result.Findings, 1000).SelectMany(f => f)] }).Length.Should().BeInRange(30_000, 65_536);
}
