using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Tests.Unit.Containers.Api;

public sealed class EngineGateTests
{
    [Fact]
    public async Task The_fifth_waits_until_one_of_four_leaves()
    {
        var gate = new EngineGate();
        var holds = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => gate.EnterAsync(CancellationToken.None)));
        var fifth = gate.EnterAsync(CancellationToken.None);
        fifth.IsCompleted.Should().BeFalse();

        holds[0].Dispose();
        holds[0].Dispose();

        (await fifth).Dispose();
        using var again = await gate.EnterAsync(CancellationToken.None);
        gate.EnterAsync(CancellationToken.None).IsCompleted.Should().BeFalse("leaving twice frees one place only");
    }

    [Fact]
    public async Task Networks_that_overlap_wait_and_others_do_not()
    {
        var gate = new EngineGate();
        var first = await gate.LockNetworksAsync(["b", "a"], CancellationToken.None);

        var overlapping = gate.LockNetworksAsync(["b", "c"], CancellationToken.None);
        (await gate.LockNetworksAsync(["d"], CancellationToken.None)).Dispose();
        (await gate.LockNetworksAsync([], CancellationToken.None)).Dispose();
        overlapping.IsCompleted.Should().BeFalse();

        first.Dispose();
        (await overlapping).Dispose();
    }

    [Fact]
    public async Task Locks_in_any_order_and_twice_the_same_never_deadlock()
    {
        var gate = new EngineGate();
        string[][] orders = [["a", "b", "c"], ["c", "b", "a"], ["b", "b"], ["c", "a"]];

        var all = Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
        {
            using var hold = await gate.LockNetworksAsync(orders[i % orders.Length], CancellationToken.None);
            await Task.Yield();
        }));

        await FluentActions.Awaiting(() => all.WaitAsync(TimeSpan.FromSeconds(30))).Should().NotThrowAsync();
    }

    [Fact]
    public async Task Giving_up_half_way_gives_back_what_was_taken()
    {
        var gate = new EngineGate();
        using var hold = await gate.LockNetworksAsync(["b"], CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var waiting = gate.LockNetworksAsync(["a", "b"], stop.Token);

        await stop.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        gate.LockNetworksAsync(["a"], CancellationToken.None).IsCompletedSuccessfully.Should().BeTrue();
    }
}
