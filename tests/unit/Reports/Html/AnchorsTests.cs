using NovaCron.Validation.Assertions.Reports.Html;

namespace NovaCron.Validation.Tests.Unit.Reports.Html;

public sealed class AnchorsTests
{
    [Theory]
    [InlineData("CacheDown", "CacheDown")]
    [InlineData("a:b_c-d.e", "a:b_c-d.e")]
    [InlineData("a b\"/<ü", "a~20b~22~2F~3C~FC")]
    [InlineData("section/matrix", "section~2Fmatrix")]
    [InlineData("", "~")]
    public void A_name_stands_as_it_is_where_it_can(string name, string anchor) => new Anchors().New(name).Should().Be(anchor);

    [Fact]
    public void No_place_is_given_twice()
    {
        var anchors = new Anchors();

        new[] { anchors.New("a"), anchors.New("a"), anchors.New("a") }.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_name_without_end_ends() => new Anchors().New(new string('x', 100_000)).Length.Should().BeLessThan(100);
}
