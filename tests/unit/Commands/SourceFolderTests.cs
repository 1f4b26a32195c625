using NovaCron.Validation.Scenarios.Commands;

namespace NovaCron.Validation.Tests.Unit.Commands;

public sealed class SourceFolderTests
{
    [Theory]
    [InlineData("/repo/monitoring/prod", "/repo", "/repo/monitoring", "monitoring/prod")]
    [InlineData("/repo/monitoring/prod", null, "/repo/monitoring", "prod")]
    [InlineData("/repo/monitoring/prod", "", "/repo", "monitoring/prod")]
    [InlineData("/repo/monitoring/prod", "/elsewhere", "/repo", "monitoring/prod")]
    [InlineData("/repo", "/repo", "/", "")]
    [InlineData("/tmp/mine", "/repo", "/repo/x", "")]
    [InlineData("/repo/..mine", "/repo", "/", "..mine")]
    public void It_is_relative_to_the_first_root_that_it_lies_in(string folder, string? workspace, string current, string expected) =>
        SourceFolder.Of(folder, workspace, current).Should().Be(expected);
}
