using NovaCron.Validation.StandIns.Api.Cache;

namespace NovaCron.Validation.Tests.Unit.StandIns.Api.Cache;

public sealed class RespClientTests : IDisposable
{
    private readonly FakeRedis redis = new();
    private readonly RespClient client;

    public RespClientTests() => client = Client(TimeSpan.FromSeconds(20));

    public void Dispose()
    {
        client.Dispose();
        redis.Dispose();
    }

    [Fact]
    public async Task Values_are_stored_read_and_removed()
    {
        (await client.GetAsync("vm:1", default)).Should().BeNull();
        await client.SetAsync("vm:1", "{\"name\":\"é\"}", TimeSpan.FromSeconds(60), default);
        (await client.GetAsync("vm:1", default)).Should().Be("{\"name\":\"é\"}");
        await client.DeleteAsync("vm:1", default);
        (await client.GetAsync("vm:1", default)).Should().BeNull();
        redis.Commands.Should().Contain("SET vm:1 {\"name\":\"é\"} EX 60");
    }

    [Fact]
    public async Task Many_at_once_each_get_their_own_answer()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            await client.SetAsync($"k{i}", $"v{i}", TimeSpan.FromSeconds(9), default);
            (await client.GetAsync($"k{i}", default)).Should().Be($"v{i}");
        }));
    }

    [Fact]
    public async Task The_hit_rate_is_the_servers()
    {
        (await client.HitRateAsync(default)).Should().BeNull();
        redis.Values["a"] = "1";
        await client.GetAsync("a", default);
        await client.GetAsync("a", default);
        await client.GetAsync("a", default);
        await client.GetAsync("b", default);
        (await client.HitRateAsync(default)).Should().Be(0.75);
    }

    [Fact]
    public async Task A_refusal_is_an_error_that_says_what_was_refused()
    {
        redis.Refusal = "-OOM command not allowed\r\n";
        await client.Invoking(it => it.PingAsync(default)).Should().ThrowAsync<RespException>().WithMessage("PING*refused: OOM command not allowed");
    }

    [Fact]
    public async Task A_hung_server_costs_no_more_than_the_timeout()
    {
        using var impatient = Client(TimeSpan.FromMilliseconds(300));
        redis.IsHung = true;
        await impatient.Invoking(it => it.PingAsync(default)).Should().ThrowAsync<RespException>().WithMessage("*no answer within 300 ms*");
        redis.IsHung = false;
        await UntilAnsweredAsync(impatient);
    }

    [Fact]
    public async Task A_server_that_comes_back_is_found_again()
    {
        await client.PingAsync(default);
        redis.Stop();
        await client.Invoking(it => it.PingAsync(default)).Should().ThrowAsync<RespException>();
        redis.Restart();
        await UntilAnsweredAsync(client);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_spoil_the_answers_of_others()
    {
        (redis.Values["a"], redis.Values["b"]) = ("1", "2");
        redis.IsHung = true;
        using var impatient = new CancellationTokenSource();
        var given = client.GetAsync("a", impatient.Token);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (redis.Commands.IsEmpty)
            await timer.WaitForNextTickAsync(limit.Token);
        await impatient.CancelAsync();
        await FluentActions.Awaiting(() => given).Should().ThrowAsync<OperationCanceledException>();
        redis.IsHung = false;
        (await client.GetAsync("b", default)).Should().Be("2");
    }

    private RespClient Client(TimeSpan timeout) => new("127.0.0.1", redis.Port, timeout, TimeProvider.System);

    private static async Task UntilAnsweredAsync(RespClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(limit.Token))
        {
            try
            {
                await client.PingAsync(limit.Token);
                return;
            }
            catch (RespException)
            {
                // Not yet.
            }
        }
    }
}
