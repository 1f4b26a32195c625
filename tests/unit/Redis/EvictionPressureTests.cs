using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;

namespace NovaCron.Validation.Tests.Unit.Redis;

public sealed class EvictionPressureTests
{
    private static readonly EvictionReading Reading = new("allkeys-lru", 16_000_000, 1000);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1080, Standing.Holds)]
    [InlineData(1079, Standing.NotYet)]
    [InlineData(1000, Standing.NotYet)]
    [InlineData(999, Standing.Lost)]
    internal void Redis_must_evict_fast_enough(long after, Standing expected) =>
        EvictionEffect.Judge(Reading, Reading with { EvictedKeys = after }, Second, lowestRate: 80).Standing.Should().Be(expected);

    [Fact]
    public void The_rate_is_by_the_time_that_passed() =>
        EvictionEffect.Judge(Reading, Reading with { EvictedKeys = 1120 }, TimeSpan.FromSeconds(1.6), 80).Should().Be(
            Judgement.NotYet("INFO stats: evicted_keys 1000 -> 1120 in 1.6 s, 75/s of at least 80/s; maxmemory 16000000, maxmemory-policy allkeys-lru"));

    [Theory]
    [InlineData("allkeys-lru", 1, true)]
    [InlineData("volatile-lfu", 1, true)]
    [InlineData("noeviction", 1, false)]
    [InlineData("allkeys-lru", 0, false)]
    public void A_server_that_never_evicts_is_no_target(string policy, long memory, bool can)
    {
        var reading = new EvictionReading(policy, memory, 2000);

        (EvictionEffect.Obstacle(reading) is null).Should().Be(can);
        EvictionEffect.Judge(Reading, reading, Second, 80).Standing.Should().Be(can ? Standing.Holds : Standing.Lost);
    }

    [Theory]
    [InlineData(1000, 0, Standing.Holds)]
    [InlineData(1001, 0, Standing.NotYet)]
    [InlineData(1000, 1, Standing.NotYet)]
    internal void Gone_is_standing_still_with_no_key_left(long after, long keys, Standing expected) =>
        EvictionEffect.JudgeGone(Reading, Reading with { EvictedKeys = after }, Second, keys).Standing.Should().Be(expected);

    [Theory]
    [InlineData(0, 16_000_000, 1000)]
    [InlineData(15_000_000, 16_000_000, 416)]
    [InlineData(15_998_000, 16_000_000, 0)]
    [InlineData(17_000_000, 16_000_000, 0)]
    public void The_limit_is_approached_by_halves(long used, long maximum, int batch) => MemoryFill.NextBatch(used, maximum, 1000).Should().Be(batch);

    [Fact]
    public void Every_error_of_the_options_is_named_at_once() =>
        FluentActions.Invoking(() => new EvictionPressure(new EvictionPressureOptions { Host = "", Port = 0, KeysPerSecond = double.NaN, ValueBytes = 0, EffectiveShare = 1.1, MaximumDuration = TimeSpan.Zero }))
            .Should().Throw<ArgumentException>().Which.Message.Should().ContainAll("Host is empty", "Port is 0", "KeysPerSecond is NaN", "ValueBytes is 0", "EffectiveShare is 1.1", "MaximumDuration is");

    [Fact]
    public async Task Writes_that_Redis_refuses_are_a_lost_fault()
    {
        var full = false;
        await using var server = new FakeRedisServer(command => Answer(command, full));
        await using var fault = new EvictionPressure(new EvictionPressureOptions { Host = "127.0.0.1", Port = server.Port, KeysPerSecond = 100 });
        await fault.InjectAsync(CancellationToken.None);

        full = true;

        await fault.Invoking(f => f.VerifyEffectiveAsync(CancellationToken.None)).Should().ThrowAsync<FaultException>()
            .WithMessage("redis-eviction-pressure on Redis at 127.0.0.1:* lost its effect*OOM command not allowed*");
    }

    [Fact]
    public async Task Writes_that_evict_nothing_are_no_effect()
    {
        await using var server = new FakeRedisServer(command => Answer(command, full: false));
        await using var fault = new EvictionPressure(new EvictionPressureOptions { Host = "127.0.0.1", Port = server.Port, KeysPerSecond = 100 });
        await fault.InjectAsync(CancellationToken.None);

        await fault.Invoking(f => f.VerifyEffectiveAsync(CancellationToken.None)).Should().ThrowAsync<FaultException>().WithMessage("*in vain*0/s of at least 80/s*");
    }

    [Fact]
    public async Task A_cancelled_verification_leaves_the_fault_to_be_verified_again()
    {
        var evicted = 0L;
        await using var server = new FakeRedisServer(command => Answer(command, full: false, command[0] == "SET" ? ++evicted : evicted));
        await using var fault = new EvictionPressure(new EvictionPressureOptions { Host = "127.0.0.1", Port = server.Port, KeysPerSecond = 100 });
        await fault.InjectAsync(CancellationToken.None);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await fault.Invoking(f => f.VerifyEffectiveAsync(cancel.Token)).Should().ThrowAsync<OperationCanceledException>();

        (await fault.VerifyEffectiveAsync(CancellationToken.None)).Evidence.Should().Contain("of at least 80/s");
    }

    private static string Answer(string[] command, bool full, long evicted = 5) => command[0] switch
    {
        "INFO" => FakeRedisServer.Bulk($"evicted_keys:{evicted}\r\nused_memory:1000000\r\nmaxmemory:1000000\r\n"),
        "CONFIG" => FakeRedisServer.Pair(command[2], "allkeys-lru"),
        "SCAN" => "*2\r\n$1\r\n0\r\n*0\r\n",
        _ => full ? "-OOM command not allowed when used memory > 'maxmemory'.\r\n" : "+OK\r\n",
    };
}
