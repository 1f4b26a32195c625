using System.Text;
using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Tests.Unit.Containers.Api;

public sealed class ProgressStreamTests
{
    [Fact]
    public async Task Output_is_reported_line_by_line_without_blanks()
    {
        var lines = new List<string>();

        var error = await ReadAsync("""
            {"stream":"Step 1/2 : FROM base\n"}
            {"stream":"\n"}
            {"stream":"one\ntwo\n"}
            {"aux":{"ID":"sha256:1"}}

            {"status":"Pulling"}
            """, lines);

        error.Should().BeNull();
        lines.Should().Equal("Step 1/2 : FROM base", "one", "two");
    }

    [Fact]
    public async Task An_error_comes_with_the_last_thirty_lines()
    {
        var output = string.Join('\n', Enumerable.Range(1, 50).Select(i => $$"""{"stream":"line {{i}}\n"}"""));

        var error = await ReadAsync(output + "\n" + """{"errorDetail":{"code":4},"error":"returned a non-zero code: 4"}""", []);

        error.Should().StartWith("returned a non-zero code: 4\nline 21\n").And.EndWith("line 50");
    }

    [Fact]
    public async Task Text_that_is_no_json_is_output()
    {
        var lines = new List<string>();

        (await ReadAsync("Bad gateway", lines)).Should().BeNull();

        lines.Should().Equal("Bad gateway");
    }

    private static Task<string?> ReadAsync(string text, List<string> lines) =>
        ProgressStream.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), new Lines(lines), CancellationToken.None);

    private sealed class Lines(List<string> all) : IProgress<string>
    {
        public void Report(string value) => all.Add(value);
    }
}
