using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Tests.Unit.Pods;

public sealed class CrashLoopRecordTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_container_that_was_there_before_is_no_successor()
    {
        var record = new CrashLoopRecord();
        record.Condemn("first", startedAt: null);
        record.Died("first", Start);

        record.Describe().Should().Be("0 successors killed");
        record.Condemned.Should().Equal("first");
    }

    [Fact]
    public void The_longest_life_counts()
    {
        var record = new CrashLoopRecord();
        record.Condemn("a", Start);
        record.Died("a", Start.AddSeconds(0.07));
        record.Condemn("b", Start.AddSeconds(10));
        record.Killed("b", Start.AddSeconds(10.3));
        record.Died("b", Start.AddSeconds(10.125));

        record.Describe().Should().Be("2 successors killed, start to end at most 0.125 s");
    }

    [Fact]
    public void Without_the_event_of_its_end_the_kill_counts()
    {
        var record = new CrashLoopRecord();
        record.Condemn("a", Start);
        record.Killed("a", Start.AddSeconds(0.2));

        record.Describe().Should().Be("1 successors killed, start to end at most 0.2 s");
    }

    [Fact]
    public void Ends_of_others_are_passed_over()
    {
        var record = new CrashLoopRecord();
        record.Died("stranger", Start);

        record.Condemned.Should().BeEmpty();
    }
}
