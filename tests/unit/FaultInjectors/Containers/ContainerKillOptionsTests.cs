using NovaCron.Validation.FaultInjectors.Containers;

namespace NovaCron.Validation.Tests.Unit.FaultInjectors.Containers;

public sealed class ContainerKillOptionsTests
{
    [Fact]
    public void What_is_right_is_not_complained_of() =>
        Options.Invoking(o => o.Validate()).Should().NotThrow();

    [Fact]
    public void Every_error_is_named_at_once() =>
        (Options with { ContainerId = "", What = " ", Serves = [], MaximumDuration = TimeSpan.Zero })
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>().Which.Message.Should().ContainAll(
                "ContainerId is empty", "What is empty", "Serves is empty", "MaximumDuration is");

    private static ContainerKillOptions Options => new() { Engine = null!, ContainerId = "a", What = "Redis", Serves = ["redis-cli", "ping"] };
}
