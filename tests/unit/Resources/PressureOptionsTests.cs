using NovaCron.Validation.FaultInjectors.Resources;
using NovaCron.Validation.Tests.Unit.Containers;

namespace NovaCron.Validation.Tests.Unit.Resources;

public sealed class PressureOptionsTests
{
    [Fact]
    public async Task A_container_can_be_pressed_close_to_its_limit()
    {
        await using var server = await FakeEngine.StartAsync();
        await using var engine = await server.ConnectAsync();
        var options = Readings.Options(0.97);

        (options with { Target = options.Target with { Engine = engine } }).Invoking(o => o.Validate()).Should().NotThrow();
        (options with { Target = options.Target with { Engine = engine }, Share = 0.98 }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("PressureOptions: Share is 0.98*");
    }

    [Fact]
    public void Without_a_target_there_is_nothing_to_press() =>
        new PressureOptions { Target = null!, Share = 2, Tolerance = 0 }.Invoking(o => o.Validate()).Should().Throw<ArgumentException>()
            .Which.Message.Should().ContainAll("Target is missing", "Share is 2", "Tolerance is 0");

    [Fact]
    public void The_targets_own_errors_are_named() =>
        Readings.Options(0.5).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("PodFaultOptions: Engine is missing");
}
