using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Unit.Cells;

public sealed class ClaimedContainersTests
{
    private readonly ClaimedContainers _claimed = new();

    [Theory]
    [InlineData("die")]
    [InlineData("oom")]
    [InlineData("pause")]
    [InlineData("stop")]
    [InlineData("destroy")]
    public void What_harms_a_container_that_nobody_claimed_is_a_loss(string action) =>
        Loss(Event(action)).Should().Be($"container nv-redis of cell cache: {action}, at 12:30:01.500, by no fault of the scenario");

    [Theory]
    [InlineData("create")]
    [InlineData("start")]
    [InlineData("unpause")]
    [InlineData("exec_die: sh")]
    [InlineData("kill")]
    public void What_does_no_harm_is_none(string action) => Loss(Event(action)).Should().BeNull();

    [Fact]
    public void The_exit_code_is_told() =>
        Loss(Event("die", ("exitCode", "137"))).Should().Contain("die, exit code 137, at");

    [Fact]
    public void What_a_fault_claimed_is_its_own_affair()
    {
        _claimed.Add(["redis-id"]);

        Loss(Event("die")).Should().BeNull();
        Loss(Event("die") with { ContainerId = "another" }).Should().NotBeNull();
    }

    [Fact]
    public void Containers_of_pods_are_the_kubelets() =>
        Loss(Event("die", ("io.kubernetes.pod.name", "novacron-api-1"))).Should().BeNull();

    [Theory]
    [InlineData("fault", false)]
    [InlineData("redis", true)]
    public void Helpers_of_faults_come_and_go(string role, bool isLoss) =>
        (Loss(Event("die", (RunLabels.Role, role))) is not null).Should().Be(isLoss);

    private static ContainerEvent Event(string action, params (string Key, string Value)[] attributes) => new(
        new DateTimeOffset(2026, 1, 1, 12, 30, 1, 500, TimeSpan.Zero), action, "redis-id", "nv-redis", attributes.ToDictionary(a => a.Key, a => a.Value));

    private string? Loss(ContainerEvent happening) => _claimed.LossIn(happening, "cache");
}
