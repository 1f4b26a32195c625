using NovaCron.Validation.FaultInjectors.Redis;

namespace NovaCron.Validation.Tests.Unit.Redis;

public sealed class PacedCommandsTests
{
    [Fact]
    public async Task What_was_sent_before_the_end_is_waited_for_so_that_it_cannot_come_after_the_roll_back()
    {
        using var arrived = new SemaphoreSlim(0);
        using var answer = new ManualResetEventSlim();
        await using var server = new FakeRedisServer(_ =>
        {
            arrived.Release();
            answer.Wait(TimeSpan.FromSeconds(4));
            return "+OK\r\n";
        });
        using var stop = new CancellationTokenSource();
        await using var connection = await server.ConnectAsync();
        var sending = PacedCommands.SendAsync(connection, 100, count => [.. Enumerable.Repeat<IReadOnlyList<Environments.Redis.RedisValue>>(["PING"], count)], TimeProvider.System, stop.Token);
        await arrived.WaitAsync();

        await stop.CancelAsync();
        var early = await Task.WhenAny(sending, Task.Delay(TimeSpan.FromMilliseconds(200)));
        answer.Set();

        early.Should().NotBe(sending);
        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
    }
}
