namespace NovaCron.Validation.Tests.Unit.Architecture;

public sealed class FileLengthRuleTests
{
    [Fact]
    public void Sources_stay_short() => FileLengthRule.Violations(Repository.Own()).Should().BeEmpty();

    [Theory]
    [InlineData("assertions/A.cs", 261, 1)]
    [InlineData("assertions/A.cs", 260, 0)]
    [InlineData("tests/unit/A.cs", 261, 0)]
    public void A_longer_source_is_caught(string path, int lines, int violations)
    {
        using var tree = new TemporaryTree().With(path, string.Concat(Enumerable.Repeat("//\n", lines)));
        FileLengthRule.Violations(tree.Repository).Should().HaveCount(violations);
    }
}
