namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class SarifSchemaTests
{
    private const string Sound = """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[{"level":"error","message":{"text":"y"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a/b.yml"},"region":{"startLine":1}}}]}]}]}""";

    [Fact]
    public void A_sound_log_is_taken() => SarifSchema.Errors(Sound).Should().BeEmpty();

    [Theory]
    [InlineData("\"2.1.0\"", "\"2.0.0\"")]
    [InlineData("\"level\":\"error\"", "\"level\":\"fatal\"")]
    [InlineData("\"text\":\"y\"", "\"says\":\"y\"")]
    [InlineData("\"startLine\":1", "\"startLine\":0")]
    [InlineData("\"name\":\"x\"", "\"version\":\"x\"")]
    [InlineData("\"uri\":\"a/b.yml\"", "\"uri\":\"a b\"")]
    public void A_broken_log_is_refused(string part, string broken)
    {
        Sound.Should().Contain(part);

        SarifSchema.Errors(Sound.Replace(part, broken, StringComparison.Ordinal)).Should().NotBeEmpty();
    }
}
