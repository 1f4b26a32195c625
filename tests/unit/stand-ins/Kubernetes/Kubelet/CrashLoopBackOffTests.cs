using NovaCron.Validation.StandIns.Kubernetes.Kubelet;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes.Kubelet;

public sealed class CrashLoopBackOffTests
{
    private readonly ManualTime time = new();
    private readonly CrashLoopBackOff backOff;

    public CrashLoopBackOffTests() => backOff = new CrashLoopBackOff(time);

    [Fact]
    public void The_first_restart_is_at_once_and_the_next_wait_doubles_from_10_seconds_to_5_minutes()
    {
        var waits = Enumerable.Range(0, 9).Select(_ => CrashAndRestart(lasted: TimeSpan.FromSeconds(1)).TotalSeconds);

        waits.Should().Equal(0, 10, 20, 40, 80, 160, 300, 300, 300);
    }

    [Fact]
    public void The_wait_counts_from_the_end_of_the_container()
    {
        CrashAndRestart(TimeSpan.Zero);
        var finishedAt = time.GetUtcNow();
        time.Advance(TimeSpan.FromSeconds(4));

        backOff.Remaining(finishedAt).Should().Be(TimeSpan.FromSeconds(6));
        time.Advance(TimeSpan.FromSeconds(6));
        backOff.Remaining(finishedAt).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void A_container_that_ran_for_more_than_10_minutes_starts_over()
    {
        for (var crash = 0; crash < 4; crash++)
            CrashAndRestart(TimeSpan.FromSeconds(1));

        CrashAndRestart(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1)).Should().Be(TimeSpan.Zero);
        CrashAndRestart(TimeSpan.FromSeconds(1)).Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_container_that_ran_for_10_minutes_does_not_start_over()
    {
        for (var crash = 0; crash < 3; crash++)
            CrashAndRestart(TimeSpan.FromSeconds(1));

        CrashAndRestart(TimeSpan.FromMinutes(10)).Should().Be(TimeSpan.FromSeconds(40));
    }

    private TimeSpan CrashAndRestart(TimeSpan lasted)
    {
        time.Advance(lasted);
        var finishedAt = time.GetUtcNow();
        var wait = backOff.Remaining(finishedAt);
        time.Advance(wait);
        backOff.Remaining(finishedAt).Should().Be(TimeSpan.Zero);
        backOff.Restarting(finishedAt);
        return wait;
    }
}
