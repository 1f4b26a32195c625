using System.Text.RegularExpressions;
using NovaCron.Validation.Environments;

namespace NovaCron.Validation.Tests.Unit.Documentation;

/// <summary>The guide's example is what the stack tests compile and run, character for character.</summary>
public sealed partial class AddingAnAlertTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(ProjectRoot.Find(), "scenarios", "README.md")).ReplaceLineEndings("\n");

    [Theory]
    [InlineData("yaml", 0, "rule.yml")]
    [InlineData("csharp", 0, "HeldClients.cs")]
    [InlineData("csharp", 1, "CacheTooManyClients.cs")]
    public void The_guide_shows_the_tested_file(string language, int index, string file) =>
        Blocks(language).ElementAt(index).Should().Be(File.ReadAllText(Path.Combine(ProjectRoot.Find(), "tests", "stack", "EndToEnd", "TwentyFirst", file)).ReplaceLineEndings("\n"));

    [Fact]
    public void The_guide_has_no_code_that_is_not_tested() => (Blocks("yaml").Count(), Blocks("csharp").Count()).Should().Be((1, 2));

    private static IEnumerable<string> Blocks(string language) => Fence().Matches(Guide).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    [GeneratedRegex(@"^```(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
