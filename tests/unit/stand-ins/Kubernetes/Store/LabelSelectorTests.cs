using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes.Store;

public sealed class LabelSelectorTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["app"] = "novacron", ["tier"] = "api" };

    [Theory]
    [InlineData("", true)]
    [InlineData("app=novacron", true)]
    [InlineData("app==novacron,tier=api", true)]
    [InlineData("app=other", false)]
    [InlineData("app!=other", true)]
    [InlineData("app!=novacron", false)]
    [InlineData("missing!=x", true)]
    [InlineData("missing=x", false)]
    [InlineData("tier", true)]
    [InlineData("missing", false)]
    public void Matches_by_equality(string text, bool matches) => LabelSelector.Parse(text).Matches(Labels).Should().Be(matches);
}
