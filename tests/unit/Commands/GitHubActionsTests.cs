using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Scenarios.Commands;

namespace NovaCron.Validation.Tests.Unit.Commands;

public sealed class GitHubActionsTests : IDisposable
{
    private static readonly ReportedProblem Problem = new() { Rule = "stage/fires", Severity = Severity.Error, Subject = "CacheDown", Message = "it is silent", File = "rules/r.yml", Line = 7 };

    private readonly string _folder = Directory.CreateTempSubdirectory("novacron-validation-test-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void Elsewhere_nothing_is_told()
    {
        Tell(annotates: false, summary: null);
        Tell(annotates: false, summary: "");

        _output.ToString().Should().BeEmpty();
        _error.ToString().Should().BeEmpty();
    }

    [Fact]
    public void Problems_are_annotated()
    {
        Tell(annotates: true, summary: null);

        _output.ToString().Should().Be($"::error file=monitoring/rules/r.yml,line=7,title=stage/fires%3A CacheDown::it is silent{Environment.NewLine}");
    }

    [Fact]
    public void The_summary_is_appended_to_what_others_wrote()
    {
        var file = Path.Combine(_folder, "summary");
        File.WriteAllText(file, "## Build\nfine");

        Tell(annotates: false, file);
        Tell(annotates: false, file);

        File.ReadAllText(file).Should().Be("## Build\nfine\n### ✓\n\n### ✓\n");
        _error.ToString().Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("no/such/folder/summary")]
    [InlineData("\0")]
    public void A_summary_that_cannot_be_written_is_told_and_ends_nothing(string path)
    {
        var summary = Path.Combine(_folder, path);

        FluentActions.Invoking(() => Tell(annotates: true, summary)).Should().NotThrow();

        _error.ToString().Should().StartWith($"validate: the summary of the result could not be appended to GITHUB_STEP_SUMMARY={summary}: ").And.Contain("the exit code stands without it");
        _output.ToString().Should().StartWith("::error ");
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Tell(bool annotates, string? summary) => new GitHubActions(annotates, summary, _output, _error).Tell([Problem], "monitoring", "### ✓");
}
