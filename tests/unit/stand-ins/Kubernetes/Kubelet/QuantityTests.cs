using NovaCron.Validation.StandIns.Kubernetes.Kubelet;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes.Kubelet;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("250m", 0.25)]
    [InlineData("0.5", 0.5)]
    [InlineData("2", 2)]
    [InlineData("128Mi", 134217728)]
    [InlineData("1Gi", 1073741824)]
    [InlineData("128M", 128000000)]
    [InlineData("1k", 1000)]
    [InlineData("2e3", 2000)]
    public void Reads_amounts(string text, double amount) => ((double?)Quantity.Parse(text)).Should().Be(amount);

    [Theory]
    [InlineData("")]
    [InlineData("much")]
    [InlineData("1 Gi")]
    [InlineData("12MB")]
    public void Refuses_what_is_none(string text) => Quantity.Parse(text).Should().BeNull();
}
