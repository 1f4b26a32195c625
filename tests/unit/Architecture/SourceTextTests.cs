namespace NovaCron.Validation.Tests.Unit.Architecture;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("a // b", "a ")]
    [InlineData("a /* b\nc */ d", "a \n d")]
    [InlineData("/// <see cref=\"x\"/>\nb", "\nb")]
    [InlineData("\"http://x\" // b", "\"http://x\" ")]
    [InlineData("\"a\\\"// b\" // c", "\"a\\\"// b\" ")]
    [InlineData("@\"a\\\" // c", "@\"a\\\" ")]
    [InlineData("$@\"a\"\"// b\" // c", "$@\"a\"\"// b\" ")]
    [InlineData("\"\"\"\na \" // b\n\"\"\" // c", "\"\"\"\na \" // b\n\"\"\" ")]
    [InlineData("'\"' // b '\"'", "'\"' ")]
    [InlineData("'\\'' // b", "'\\'' ")]
    public void Comments_go_and_strings_stay(string source, string expected) => SourceText.WithoutComments(source).Should().Be(expected);

    [Fact]
    public void Lines_count_from_one() => (SourceText.LineOf("a\nb", 0), SourceText.LineOf("a\nb", 2)).Should().Be((1, 2));
}
