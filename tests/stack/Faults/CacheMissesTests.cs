using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class CacheMissesTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    private const double PerSecond = 100;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Look_ups_miss_at_the_pace_asked_for_until_rolled_back()
    {
        await using var connection = await redis.ConnectAsync();
        await using var fault = Fault();

        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);
        var before = (await connection.InfoAsync("stats", None)).GetInt64("keyspace_misses");
        var started = System.Diagnostics.Stopwatch.StartNew();
        await fault.VerifyEffectiveAsync(None);
        var rate = ((await connection.InfoAsync("stats", None)).GetInt64("keyspace_misses") - before) / started.Elapsed.TotalSeconds;
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);

        rate.Should().BeInRange(PerSecond * 0.9, PerSecond * 1.1);
        (await connection.ExecuteAsync(["DBSIZE"], None)).AsInteger().Should().Be(0, "reads write nothing");
    }

    [Fact]
    public async Task A_killed_connection_is_a_lost_fault()
    {
        await using var connection = await redis.ConnectAsync();
        await using var fault = Fault();
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);

        await connection.ExecuteAsync(["CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"], None);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*lost its effect*reading absent keys ended*");
        await fault.RollBackAsync(None);
    }

    private CacheMisses Fault() => new(new CacheMissesOptions { Host = "127.0.0.1", Port = redis.Port, MissesPerSecond = PerSecond });
}
