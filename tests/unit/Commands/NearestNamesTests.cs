using NovaCron.Validation.Scenarios;

namespace NovaCron.Validation.Tests.Unit.Commands;

public sealed class NearestNamesTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ServiceDown", "ServiceDwon", 2)]
    public void The_distance_counts_edits(string left, string right, int expected)
    {
        NearestNames.Distance(left, right).Should().Be(expected);
        NearestNames.Distance(right, left).Should().Be(expected);
    }

    [Fact]
    public void The_nearest_name_comes_first() =>
        NearestNames.Of("cachehigheviction", ["ServiceDown", "CacheHighEvictionRate", "CacheDown"]).Should().StartWith("CacheHighEvictionRate").And.HaveCount(2);
}
