using NovaCron.Validation.FaultInjectors.Resources;

namespace NovaCron.Validation.Tests.Unit.Resources;

public sealed class CgroupReadingTests
{
    [Fact]
    public void Version_1_is_read_from_its_controllers() =>
        CgroupReading.Parse(Readings.Version1()).Should().Be(new CgroupReading(1234.56, 80_000_000, 268_435_456, 1, 2.5, 0.5));

    [Fact]
    public void Version_2_is_read_from_its_one_tree() =>
        CgroupReading.Parse(Readings.Version2()).Should().Be(new CgroupReading(1234.56, 80_000_000, 268_435_456, 1, 2.5, 0.5));

    [Fact]
    public void No_limit_is_no_number()
    {
        CgroupReading.Parse(Readings.Version1(memoryLimit: "9223372036854771712", quota: "-1")).Should().Match<CgroupReading>(r => r.MemoryLimit == null && r.CpuLimit == null);
        CgroupReading.Parse(Readings.Version1(memoryLimit: "18446744073709551615")).MemoryLimit.Should().BeNull();
        CgroupReading.Parse(Readings.Version2(memoryLimit: "max", quota: "max")).Should().Match<CgroupReading>(r => r.MemoryLimit == null && r.CpuLimit == null);
    }

    [Theory]
    [InlineData("", "could not be read inside the container")]
    [InlineData("/sys/fs/cgroup/memory/memory.limit_in_bytes:much", "says 'much', which is no number")]
    public void What_is_missing_or_not_understood_is_said(string output, string message) =>
        FluentActions.Invoking(() => CgroupReading.Parse(output)).Should().Throw<FormatException>().WithMessage($"*{message}*");

    [Fact]
    public void A_counter_that_the_kernel_does_not_tell_is_no_zero() =>
        FluentActions.Invoking(() => CgroupReading.Parse(Readings.Version1().Replace("oom_kill 1", "under_oom 0"))).Should().Throw<FormatException>().WithMessage("*memory.oom_control has no line oom_kill");
}
