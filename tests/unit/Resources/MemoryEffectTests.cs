using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Resources;

namespace NovaCron.Validation.Tests.Unit.Resources;

public sealed class MemoryEffectTests
{
    private static readonly PressureOptions Options = Readings.Options(0.92);

    [Fact]
    public void What_is_missing_is_the_share_less_what_is_used() => MemoryEffect.Missing(Readings.Idle, Options, "pod").Should().Be(124_000_000);

    [Fact]
    public void A_container_without_a_limit_or_as_full_already_cannot_be_pressed()
    {
        FluentActions.Invoking(() => MemoryEffect.Missing(Readings.Idle with { MemoryLimit = null }, Options, "pod")).Should().Throw<FaultException>().WithMessage("pod has no limit of memory*");
        FluentActions.Invoking(() => MemoryEffect.Missing(Used(190), Options, "pod")).Should().Throw<FaultException>().WithMessage("pod uses 95.0 % of its limit already*92.0 %*");
    }

    [Theory]
    [InlineData(184, Standing.Holds)]
    [InlineData(175, Standing.Holds)]
    [InlineData(173, Standing.NotYet)]
    public void It_holds_near_the_share_wanted(int megabytes, object standing) =>
        MemoryEffect.Judge(Readings.Idle, Used(megabytes), Options, null).Standing.Should().Be((Standing)standing);

    [Fact]
    public void A_kill_for_want_of_memory_and_an_ended_process_lose_it()
    {
        MemoryEffect.Judge(Readings.Idle, Used(184) with { OutOfMemoryKills = 1 }, Options, null)
            .Should().Match<Judgement>(j => j.Standing == Standing.Lost && j.Evidence.Contains("1 processes killed"));
        MemoryEffect.Judge(Readings.Idle, Used(184), Options, new FaultException("it ended with 143")).Standing.Should().Be(Standing.Lost);
    }

    [Fact]
    public void It_is_gone_when_the_processes_are_and_the_memory_is()
    {
        MemoryEffect.JudgeGone(Readings.Idle, Used(70), [], Options).Standing.Should().Be(Standing.Holds);
        MemoryEffect.JudgeGone(Readings.Idle, Used(70), [41], Options).Standing.Should().Be(Standing.NotYet);
        MemoryEffect.JudgeGone(Readings.Idle, Used(184), [], Options).Standing.Should().Be(Standing.NotYet);
    }

    private static CgroupReading Used(long megabytes) => Readings.Idle with { WorkingSet = megabytes * 1_000_000 };
}
