using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;

namespace NovaCron.Validation.Tests.Unit.Redis;

public sealed class CacheMissesTests
{
    private static readonly LookupReading Reading = new(Hits: 500, Misses: 1000);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(1090, Standing.Holds)]
    [InlineData(1089, Standing.NotYet)]
    [InlineData(999, Standing.Lost)]
    internal void Redis_must_count_enough_misses(long after, Standing expected) =>
        CacheMissesEffect.Judge(Reading, Reading with { Misses = after }, Second, lowestRate: 90).Standing.Should().Be(expected);

    [Theory]
    [InlineData(1008, Standing.Holds)]
    [InlineData(1009, Standing.NotYet)]
    internal void Gone_is_a_tenth_of_what_the_fault_must_reach(long after, Standing expected) =>
        CacheMissesEffect.JudgeGone(Reading, Reading with { Misses = after }, Second, lowestRate: 90).Standing.Should().Be(expected);

    [Fact]
    public void Every_error_of_the_options_is_named_at_once() =>
        FluentActions.Invoking(() => new CacheMisses(new CacheMissesOptions { Host = "", Port = 0, MissesPerSecond = 0, EffectiveShare = 2, MaximumDuration = TimeSpan.Zero }))
            .Should().Throw<ArgumentException>().Which.Message.Should().ContainAll("Host is empty", "Port is 0", "MissesPerSecond is 0", "EffectiveShare is 2", "MaximumDuration is");

    [Fact]
    public async Task Reads_that_miss_are_counted_by_the_server_and_end_with_the_roll_back()
    {
        var misses = 0L;
        await using var server = new FakeRedisServer(command => Answer(command, command[0] == "GET" ? ++misses : misses));
        await using var fault = Fault(server);

        await fault.InjectAsync(None);
        var effect = await fault.VerifyEffectiveAsync(None);
        await fault.RollBackAsync(None);
        var gone = await fault.VerifyGoneAsync(None);

        effect.Evidence.Should().Contain("of at least 90/s");
        gone.Evidence.Should().EndWith("0 misses/s");
    }

    [Fact]
    public async Task Reads_that_the_server_does_not_count_as_misses_are_no_effect()
    {
        await using var server = new FakeRedisServer(command => Answer(command, 0));
        await using var fault = Fault(server);
        await fault.InjectAsync(None);

        await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*in vain*0 misses/s of at least 90/s*");
    }

    [Fact]
    public async Task A_reader_that_is_cut_off_is_a_lost_fault()
    {
        await using var server = new FakeRedisServer(command => command[0] == "GET" ? null : Answer(command, 0));
        await using var fault = Fault(server);
        await fault.InjectAsync(None);

        await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*lost its effect*reading absent keys ended*");
    }

    private static CacheMisses Fault(FakeRedisServer server) =>
        new(new CacheMissesOptions { Host = "127.0.0.1", Port = server.Port, MissesPerSecond = 100 });

    private static string Answer(string[] command, long misses) => command[0] switch
    {
        "INFO" => FakeRedisServer.Bulk($"keyspace_hits:10\r\nkeyspace_misses:{misses}\r\n"),
        _ => "$-1\r\n",
    };
}
