using NovaCron.Validation.FaultInjectors;

namespace NovaCron.Validation.Tests.Unit.FaultInjectors;

public sealed class BackgroundWorkTests
{
    [Fact]
    public async Task Work_that_is_stopped_has_not_failed()
    {
        var work = BackgroundWork.Start(stop => Task.Delay(Timeout.InfiniteTimeSpan, stop));

        await work.DisposeAsync();
        await work.DisposeAsync();

        work.Failure.Should().BeNull();
    }

    [Fact]
    public async Task Work_that_throws_has_failed_with_its_error()
    {
        var error = new InvalidOperationException("broken");

        (await FailureAsync(_ => throw error)).Should().BeSameAs(error);
    }

    [Fact]
    public async Task Work_that_ends_by_itself_has_failed()
    {
        (await FailureAsync(_ => Task.CompletedTask)).Should().BeOfType<FaultException>();
    }

    [Fact]
    public async Task The_first_of_several_works_that_fails_ends_them_all()
    {
        var (error, wasStopped) = (new InvalidOperationException("broken"), new TaskCompletionSource());
        await using var work = BackgroundWork.StartAll(
        [
            async stop =>
            {
                using var registration = stop.Register(wasStopped.SetResult);
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            },
            _ => Task.FromException(error),
        ]);

        await wasStopped.Task.WaitAsync(TimeSpan.FromSeconds(10));
        SpinWait.SpinUntil(() => work.Failure is not null, TimeSpan.FromSeconds(10));

        work.Failure.Should().BeSameAs(error);
    }

    [Fact]
    public async Task Several_works_that_are_stopped_have_not_failed()
    {
        var work = BackgroundWork.StartAll([stop => Task.Delay(Timeout.InfiniteTimeSpan, stop), stop => Task.Delay(Timeout.InfiniteTimeSpan, stop)]);

        await work.DisposeAsync();

        work.Failure.Should().BeNull();
    }

    private static async Task<Exception?> FailureAsync(Func<CancellationToken, Task> body)
    {
        await using var work = BackgroundWork.Start(body);
        SpinWait.SpinUntil(() => work.Failure is not null, TimeSpan.FromSeconds(10));
        return work.Failure;
    }
}
