using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Load.Steps;

namespace NovaCron.Validation.Tests.Unit.Load.Steps;

public sealed class CommandStepTests
{
    private static readonly ScenarioContext Request = new("redis", 0, TimeSpan.Zero);

    [Fact]
    public async Task Succeeds_when_the_command_returns() =>
        (await new CommandStep(_ => Task.CompletedTask).RunAsync(Request, CancellationToken.None)).Should().Be(Response.Ok());

    [Fact]
    public async Task Fails_with_the_kind_and_the_words_of_the_exception() =>
        (await new CommandStep(_ => Task.FromException(new IOException("connection reset"))).RunAsync(Request, CancellationToken.None))
            .Should().Be(Response.Fail("IOException", "'redis': connection reset"));

    [Fact]
    public async Task Leaves_a_cancellation_to_the_runner()
    {
        var act = () => new CommandStep(Task.FromCanceled).RunAsync(Request, new CancellationToken(canceled: true));
        await act.Should().ThrowAsync<OperationCanceledException>();
    }
}
