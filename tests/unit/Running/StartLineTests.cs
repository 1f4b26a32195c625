using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class StartLineTests
{
    [Fact]
    public async Task Nobody_goes_before_all_have_arrived()
    {
        var line = new StartLine(2);
        using var first = line.Take();
        using var second = line.Take();

        var waiting = first.ArriveAsync(CancellationToken.None);
        var before = waiting.IsCompleted;
        await second.ArriveAsync(CancellationToken.None);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));

        before.Should().BeFalse();
    }

    [Fact]
    public async Task One_that_gave_up_is_not_waited_for()
    {
        var line = new StartLine(2);
        using var first = line.Take();
        var failed = line.Take();

        failed.Dispose();
        failed.Dispose();

        await first.ArriveAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_place_counts_once_however_often_it_is_given_up()
    {
        var line = new StartLine(3);
        using var first = line.Take();
        var failed = line.Take();

        failed.Dispose();
        failed.Dispose();

        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await first.Invoking(f => f.ArriveAsync(limit.Token)).Should().ThrowAsync<OperationCanceledException>();
    }
}
