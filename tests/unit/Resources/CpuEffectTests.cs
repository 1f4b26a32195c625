using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Resources;

namespace NovaCron.Validation.Tests.Unit.Resources;

public sealed class CpuEffectTests
{
    private static readonly PressureOptions Options = Readings.Options(0.95);

    [Fact]
    public void A_share_is_of_the_quota_and_by_the_kernels_own_clock()
    {
        Use(0.475).Share.Should().BeApproximately(0.95, 1e-9);
        (Use(0.475) with { Newest = Readings.Idle }).Share.Should().Be(0, "no time has passed");
    }

    [Theory]
    [InlineData(0.475, Standing.Holds)]
    [InlineData(0.455, Standing.Holds)]
    [InlineData(0.445, Standing.NotYet)]
    public void It_holds_near_the_share_wanted(double perSecond, object standing) => CpuEffect.Judge(Use(perSecond), Options, null).Standing.Should().Be((Standing)standing);

    [Fact]
    public void An_ended_process_loses_it() =>
        CpuEffect.Judge(Use(0.475), Options, new FaultException("it ended with 143")).Should().Match<Judgement>(j => j.Standing == Standing.Lost && j.Evidence.Contains("143"));

    [Fact]
    public void It_is_gone_when_the_process_is_and_the_container_does_its_own_work_only()
    {
        CpuEffect.JudgeGone(Use(0.05), 0.1, [], Options).Standing.Should().Be(Standing.Holds);
        CpuEffect.JudgeGone(Use(0.05), 0.1, [41], Options).Standing.Should().Be(Standing.NotYet);
        CpuEffect.JudgeGone(Use(0.475), 0.1, [], Options).Standing.Should().Be(Standing.NotYet);
    }

    // Over two seconds.
    private static CpuUse Use(double perSecond) => new(Readings.Idle, Readings.Idle with { Uptime = Readings.Idle.Uptime + 2, CpuSeconds = Readings.Idle.CpuSeconds + (2 * perSecond) });
}
