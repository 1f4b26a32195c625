using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class MemoryPressureTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_memory_is_filled_without_an_eviction_until_rolled_back()
    {
        await using var connection = await redis.ConnectAsync();
        await connection.ExecuteAsync(["SET", "not-ours", "kept"], None);
        var before = (await connection.InfoAsync("stats", None)).GetInt64("evicted_keys");
        await using var fault = Fault(0.93);

        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);
        var memory = await connection.InfoAsync("memory", None);
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);

        ((double)memory.GetInt64("used_memory") / memory.GetInt64("maxmemory")).Should().BeInRange(0.92, 0.94);
        (await connection.InfoAsync("stats", None)).GetInt64("evicted_keys").Should().Be(before);
        (await connection.ExecuteAsync(["DBSIZE"], None)).AsInteger().Should().Be(1, "only the fault's own keys are deleted");
    }

    [Fact]
    public async Task Keys_deleted_by_somebody_else_are_a_lost_effect()
    {
        await using var connection = await redis.ConnectAsync();
        await using var fault = Fault(0.6);
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);

        await connection.ExecuteAsync(["FLUSHALL"], None);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*in vain*used_memory*");
    }

    private MemoryPressure Fault(double share) => new(new MemoryPressureOptions { Host = "127.0.0.1", Port = redis.Port, Share = share });
}
