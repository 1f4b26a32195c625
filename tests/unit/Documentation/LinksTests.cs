using System.Text.RegularExpressions;
using NovaCron.Validation.Tests.Unit.Architecture;

namespace NovaCron.Validation.Tests.Unit.Documentation;

/// <summary>A page's links lead to files and headings that are there.</summary>
public sealed partial class LinksTests
{
    [Fact]
    public void Every_link_of_every_page_leads_somewhere()
    {
        var repository = Repository.Own();

        // Golden files of the Markdown reports are no pages.
        var broken = from page in repository.Files("*.md")
                     where !page.StartsWith("tests/unit/", StringComparison.Ordinal)
                     from target in Targets(repository.Read(page))
                     where !Leads(repository, page, target)
                     select $"{page}: {target}";

        broken.Should().BeEmpty();
    }

    [Theory]
    [InlineData("[a](b.md) and `[not](a-link)`", "b.md")]
    [InlineData("```\n[c](d)\n```\n![e](f.png)", "f.png")]
    [InlineData("[g](https://example.org/x)")]
    public void Links_are_read_outside_of_code(string text, params string[] targets) => Targets(text).Should().Equal(targets);

    [Theory]
    [InlineData("Adding an alert", "adding-an-alert")]
    [InlineData("`check`, and how to read it", "check-and-how-to-read-it")]
    public void A_heading_is_linked_by_its_words(string heading, string anchor) => Anchor(heading).Should().Be(anchor);

    private static bool Leads(Repository repository, string page, string target)
    {
        var (path, heading) = target.Split('#') is [var p, var h] ? (p, h) : (target, null);
        var file = path.Length == 0 ? Path.Combine(repository.Root, page) : Path.Combine(repository.Root, Path.GetDirectoryName(page)!, path);
        return File.Exists(file) ? heading is null || Headings(File.ReadAllText(file)).Contains(heading) : heading is null && Directory.Exists(file);
    }

    private static IEnumerable<string> Targets(string text) =>
        Link().Matches(Code().Replace(text, "")).Select(m => m.Groups[1].Value).Where(t => !t.Contains("://", StringComparison.Ordinal));

    private static IEnumerable<string> Headings(string text) => Heading().Matches(Fence().Replace(text, "")).Select(m => Anchor(m.Groups[1].Value));

    // As the forges make anchors of headings.
    private static string Anchor(string heading) => NoWord().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoWord();
}
