using NovaCron.Validation.Environments.Redis;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class RedisFixture : IAsyncLifetime
{
    private readonly FaultFixture _faults = new();

    public int Port { get; private set; }

    public async Task InitializeAsync()
    {
        await _faults.InitializeAsync();
        (_, Port) = await _faults.StartServerAsync(_faults.Spec(TestImages.Redis, "redis", "--maxmemory", "16mb", "--maxmemory-policy", "allkeys-lru"), 6379);
    }

    public Task DisposeAsync() => _faults.DisposeAsync();

    public Task<RedisConnection> ConnectAsync() => RedisConnection.ConnectAsync("127.0.0.1", Port, CancellationToken.None);
}

public sealed class EvictionPressureTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    private const double PerSecond = 300;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Keys_are_evicted_as_fast_as_new_ones_come_until_rolled_back()
    {
        await using var connection = await redis.ConnectAsync();
        await connection.ExecuteAsync(["SET", "not-ours", "kept"], None);
        await using var fault = Fault(PerSecond);

        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);
        var before = (await connection.InfoAsync("stats", None)).GetInt64("evicted_keys");
        var started = System.Diagnostics.Stopwatch.StartNew();
        await fault.VerifyEffectiveAsync(None);
        var rate = ((await connection.InfoAsync("stats", None)).GetInt64("evicted_keys") - before) / started.Elapsed.TotalSeconds;
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);

        rate.Should().BeInRange(PerSecond * 0.9, PerSecond * 1.1);
        (await connection.ExecuteAsync(["DBSIZE"], None)).AsInteger().Should().BeLessThanOrEqualTo(1, "only the fault's own keys are deleted, and the one other may have been evicted");
    }

    [Fact]
    public async Task A_changed_policy_is_a_lost_fault()
    {
        await using var connection = await redis.ConnectAsync();
        await using var fault = await EffectiveAsync();
        try
        {
            await connection.ExecuteAsync(["CONFIG", "SET", "maxmemory-policy", "noeviction"], None);

            (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*lost its effect*");
        }
        finally
        {
            await connection.ExecuteAsync(["CONFIG", "SET", "maxmemory-policy", "allkeys-lru"], None);
        }
    }

    [Fact]
    public async Task A_killed_connection_is_a_lost_fault()
    {
        await using var connection = await redis.ConnectAsync();
        await using var fault = await EffectiveAsync();

        await connection.ExecuteAsync(["CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"], None);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*lost its effect*writing new keys ended*");
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
    }

    [Fact]
    public async Task A_server_without_a_limit_cannot_be_faulted()
    {
        await using var connection = await redis.ConnectAsync();
        await connection.ExecuteAsync(["CONFIG", "SET", "maxmemory", "0"], None);
        try
        {
            await using var fault = Fault(PerSecond);

            (await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*maxmemory is 0*");
        }
        finally
        {
            await connection.ExecuteAsync(["CONFIG", "SET", "maxmemory", "16mb"], None);
        }
    }

    [Fact]
    public async Task The_fault_ends_by_itself_when_its_time_is_over()
    {
        await using var connection = await redis.ConnectAsync();
        // Long enough to fill the memory on a busy machine.
        await using var fault = Fault(PerSecond, TimeSpan.FromSeconds(10));
        await fault.InjectAsync(None);

        var ended = await fault.Invoking(async f =>
        {
            while (true)
            {
                await f.VerifyEffectiveAsync(None);
            }
        }).Should().ThrowAsync<FaultException>();

        ended.Which.Message.Should().ContainAny("maximum duration", "evicted_keys");
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);
        (await EvictionKeysLeftAsync(connection)).Should().Be(0);
    }

    private EvictionPressure Fault(double perSecond, TimeSpan? maximum = null) => new(new EvictionPressureOptions
    {
        Host = "127.0.0.1",
        Port = redis.Port,
        KeysPerSecond = perSecond,
        MaximumDuration = maximum ?? TimeSpan.FromMinutes(2),
    });

    private async Task<EvictionPressure> EffectiveAsync()
    {
        var fault = Fault(PerSecond);
        await fault.InjectAsync(None);
        await fault.VerifyEffectiveAsync(None);
        return fault;
    }

    private static async Task<int> EvictionKeysLeftAsync(RedisConnection connection) =>
        (await connection.ExecuteAsync(["KEYS", "novacron-validation:evict:*"], None)).AsArray().Length;
}
