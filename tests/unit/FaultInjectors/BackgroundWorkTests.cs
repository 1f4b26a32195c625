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

    private static async Task<Exception?> FailureAsync(Func<CancellationToken, Task> body)
    {
        await using var work = BackgroundWork.Start(body);
        SpinWait.SpinUntil(() => work.Failure is not null, TimeSpan.FromSeconds(10));
        return work.Failure;
    }
}
