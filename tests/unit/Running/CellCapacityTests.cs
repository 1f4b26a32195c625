using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class CellCapacityTests
{
    private const long Plenty = 24L << 30;

    [Fact]
    public void Two_cores_carry_eleven_cells_at_the_default_scale() =>
        CellCapacity.Of(2, Plenty, new TimeScale(25)).Should().Be(11);

    [Fact]
    public void A_faster_clock_leaves_room_for_fewer() =>
        CellCapacity.Of(4, Plenty, new TimeScale(100)).Should().Be(CellCapacity.Of(1, Plenty, new TimeScale(25)));

    [Fact]
    public void Little_memory_bounds_the_number() =>
        CellCapacity.Of(16, 1L << 30, new TimeScale(25)).Should().Be(3);

    [Fact]
    public void One_cell_always_runs() =>
        CellCapacity.Of(1, 1, new TimeScale(300)).Should().Be(1);
}
