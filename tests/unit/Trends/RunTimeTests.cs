using NovaCron.Validation.Assertions.Trends;

namespace NovaCron.Validation.Tests.Unit.Trends;

public sealed class RunTimeTests
{
    [Fact]
    public void An_identifier_tells_when_its_run_began() =>
        RunTime.Of("r2611261333381555").Should().Be(new DateTimeOffset(2026, 11, 26, 13, 33, 38, TimeSpan.Zero));

    [Theory]
    [InlineData("")]
    [InlineData("run-1")]
    [InlineData("r261399133338ffff")]
    [InlineData("r26112613333")]
    public void An_identifier_of_another_form_tells_nothing(string runId) => RunTime.Of(runId).Should().BeNull();
}
