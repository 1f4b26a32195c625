using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Html.Diffs;

namespace NovaCron.Validation.Tests.Unit.Reports.Html.Diffs;

public sealed class LineDiffTests
{
    [Fact]
    public void What_goes_stands_before_what_comes_in_its_place_and_names_the_words() =>
        Lines("a: 1\nb: old\nc: 3", "a: 1\nb: new\nd: 4\nc: 3").Should().Equal(
            "7  a: 1", "8 -b: [old]", " +b: [new]", " +d: 4", "9  c: 3");

    [Fact]
    public void Lines_that_share_next_to_nothing_are_two_lines_and_no_edited_one() =>
        Lines("  - service_key: 'KEY'", "  # mends it").Should().Equal("7 -  - service_key: 'KEY'", " +  # mends it");

    [Fact]
    public void Without_a_mend_the_lines_are_numbered() => Lines("a\nb\n", null).Should().Equal("7  a", "8  b");

    [Fact]
    public void A_mend_that_only_removes_leaves_the_rest() => Lines("a\nb\nc", "a\nc").Should().Equal("7  a", "8 -b", "9  c");

    private static IEnumerable<string> Lines(string text, string? mended) => LineDiff.Of(new QuoteEntry("x", "f.yml", 7, text, mended))
        .Select(l => $"{l.Number} {(l.Change switch { LineChange.Removed => "-", LineChange.Added => "+", _ => " " })}{string.Concat(l.Parts.Select(p => p.IsChanged ? $"[{p.Text}]" : p.Text))}");
}
