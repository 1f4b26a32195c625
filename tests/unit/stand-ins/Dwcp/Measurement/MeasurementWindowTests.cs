using NovaCron.Validation.StandIns.Dwcp.Measurement;

namespace NovaCron.Validation.Tests.Unit.StandIns.Dwcp.Measurement;

public sealed class MeasurementWindowTests
{
    private readonly MeasurementWindow window = new();

    [Fact]
    public void What_is_younger_than_a_second_counts()
    {
        window.Add(5_000_000, 1, 10);
        window.Add(5_900_000, 2, 20);
        window.Read(5_950_000).Should().Be((3, 30));
    }

    [Fact]
    public void What_is_older_than_a_second_does_not()
    {
        window.Add(5_000_000, 1, 10);
        window.Add(5_900_000, 2, 20);
        window.Read(6_050_000).Should().Be((2, 20));
        window.Read(7_000_000).Should().Be((0, 0));
    }

    [Fact]
    public void A_late_entry_counts_at_its_own_time_and_never_replaces_a_younger_one()
    {
        window.Add(5_000_000, 1, 0);
        window.Add(4_500_000, 1, 0);
        window.Add(4_000_000, 1, 0);
        window.Read(5_000_000).First.Should().Be(2);
        window.Read(5_600_000).First.Should().Be(1);
    }
}
