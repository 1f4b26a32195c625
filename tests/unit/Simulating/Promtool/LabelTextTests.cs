using NovaCron.Validation.Assertions.Simulation.Promtool;

namespace NovaCron.Validation.Tests.Unit.Simulating.Promtool;

public sealed class LabelTextTests
{
    [Theory]
    [InlineData("""{a="1", b="x, c=\"2\""}""", "a", "1", "b", "x, c=\"2\"")]
    [InlineData("""{a="\u00e9\x21\t\\"}""", "a", "é!\t\\")]
    [InlineData("""{a="\U0001F6A8 down"}""", "a", "🚨 down")]
    [InlineData("""{"with space"="1"}""", "with space", "1")]
    public void Labels_are_read_as_Go_writes_them(string text, params string[] expected) =>
        LabelText.Read(text).SelectMany(l => new[] { l.Key, l.Value }).Should().Equal(expected);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{a=\"never ends")]
    [InlineData("{a=\"\\")]
    [InlineData("{a=\"\\u12")]
    public void What_breaks_off_is_no_error(string text) => FluentActions.Invoking(() => LabelText.Read(text)).Should().NotThrow();
}
