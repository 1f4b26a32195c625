using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Tests.Unit.Pods;

public sealed class PodFaultOptionsTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["cell"] = "a" };

    [Fact]
    public void Defaults_are_the_strategys() =>
        Options().Should().Match<PodFaultOptions>(o => o.Container == "novacron-api" && o.Port == 9090 && o.RestartLimit == TimeSpan.FromSeconds(60));

    [Fact]
    public void What_is_right_is_not_complained_of() =>
        Options().Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("PodFaultOptions: Engine is missing");

    [Fact]
    public void Every_error_is_named_at_once() =>
        new PodFaultOptions { Engine = null!, CellLabels = new Dictionary<string, string>(), Pod = " ", Container = "", Port = 65536, MaximumDuration = TimeSpan.Zero, RestartLimit = TimeSpan.FromDays(1) }
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>().Which.Message.Should().ContainAll(
                "Engine is missing", "CellLabels is empty", "Pod is empty", "Container is empty", "Port is 65536", "MaximumDuration is 00:00:00", "RestartLimit is 1.00:00:00");

    [Theory]
    [InlineData("web-1", "novacron-api", "container", true)]
    [InlineData("web-2", "novacron-api", "container", false)]
    [InlineData("web-1", "sidecar", "container", false)]
    [InlineData("web-1", "novacron-api", "podsandbox", false)]
    public void Only_the_pods_own_container_is_meant(string pod, string container, string type, bool meant)
    {
        var labels = new Dictionary<string, string> { [PodContainers.PodLabel] = pod, [PodContainers.ContainerLabel] = container, [PodContainers.TypeLabel] = type };

        PodContainers.IsNamed(labels, Options()).Should().Be(meant);
    }

    [Fact]
    public void A_container_without_the_labels_is_not_meant() => PodContainers.IsNamed(Labels, Options()).Should().BeFalse();

    private static PodFaultOptions Options() => new() { Engine = null!, CellLabels = Labels, Pod = "web-1" };
}
