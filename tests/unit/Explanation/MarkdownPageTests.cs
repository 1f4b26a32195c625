using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Scenarios.Explanation;
using NovaCron.Validation.Tests.Unit.Architecture;
using NovaCron.Validation.Tests.Unit.Reports;

namespace NovaCron.Validation.Tests.Unit.Explanation;

public sealed class MarkdownPageTests
{
    public static TheoryData<string> Checks => new(CheckCatalogue.All.Select(c => c.Name).Append("behaviour/never-fires"));

    [Theory]
    [InlineData("route/shadowed", 60)]
    [InlineData("behaviour/never-fires", 100)]
    public void The_page_of_a_check_is_the_golden_one(string check, int width) =>
        Golden.Compare(PlainConsole.Of(width, console => new MarkdownPage(console).Write(Text(check))), $"{check.Replace('/', '-')}-{width}.txt");

    [Theory]
    [MemberData(nameof(Checks))]
    public void Every_page_of_a_check_fits_a_terminal_and_has_no_signs_that_only_Markdown_needs(string check)
    {
        foreach (var width in new[] { 40, 80, 160 })
        {
            var lines = PlainConsole.Of(width, console => new MarkdownPage(console).Write(Text(check)), unicode: false).Split('\n');

            lines.Where(l => !l.StartsWith("    ", StringComparison.Ordinal)).Should().OnlyContain(l => l.Length <= width);
            string.Join('\n', lines).Should().NotContain("**").And.NotContain("```").And.NotContain("](").And.Match(t => t.All(char.IsAscii));
        }
    }

    [Fact]
    public void Words_in_brackets_are_no_colours() =>
        PlainConsole.Of(80, console => new MarkdownPage(console).Write("# a [red]\n\n[b] *c* `[d]` **e** [f](g.md) &amp;\n")).Should().Be("a [red]\n\n[b] c `[d]` e f &\n");

    [Fact]
    public void On_a_terminal_with_colours_code_needs_no_signs() =>
        PlainConsole.Of(80, console => new MarkdownPage(console).Write("a `b`"), ansi: true).Should().Contain("b").And.NotContain("`");

    [Fact]
    public void What_is_neither_text_nor_table_is_left_as_it_is() =>
        PlainConsole.Of(80, console => new MarkdownPage(console).Write("- a\n- b\n\n```yaml\n# [x]\n```\n")).Should().Be("    - a\n    - b\n\n    # [x]\n");

    private static string Text(string check) => Repository.Own().Read(CheckPage.PathOf(check)!);
}
