using NovaCron.Validation.FaultInjectors;

namespace NovaCron.Validation.Tests.Unit.FaultInjectors;

public sealed class ReadingWindowTests
{
    [Fact]
    public async Task It_is_no_shorter_than_asked_for_and_grows_with_every_reading()
    {
        var count = 0;
        var window = new ReadingWindow<int>(_ => Task.FromResult(++count), TimeProvider.System, TimeSpan.FromMilliseconds(50));

        var first = await window.ExtendAsync(CancellationToken.None);
        var second = await window.ExtendAsync(CancellationToken.None);

        first.Should().Match<(int First, int Newest, TimeSpan Elapsed)>(w => w.First == 1 && w.Newest == 2 && w.Elapsed >= TimeSpan.FromMilliseconds(50));
        second.Should().Match<(int First, int Newest, TimeSpan Elapsed)>(w => w.First == 1 && w.Newest == 3 && w.Elapsed >= first.Elapsed);
    }

    [Fact]
    public async Task A_reading_that_fails_leaves_the_window_as_it_was()
    {
        var broken = true;
        var window = new ReadingWindow<int>(_ => broken ? throw new InvalidOperationException("no answer") : Task.FromResult(7), TimeProvider.System, TimeSpan.FromMilliseconds(1));

        await window.Invoking(w => w.ExtendAsync(CancellationToken.None)).Should().ThrowAsync<InvalidOperationException>();
        broken = false;

        (await window.ExtendAsync(CancellationToken.None)).First.Should().Be(7);
    }
}
