using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Check;
using NovaCron.Validation.Assertions.Reports.Run;
using NovaCron.Validation.Environments;
using NovaCron.Validation.Scenarios.Commands;
using YamlDotNet.RepresentationModel;

namespace NovaCron.Validation.Tests.Unit.Commands;

public sealed partial class CiExamplesTests
{
    private static readonly string Root = ProjectRoot.Find();

    private static readonly string[] Examples = [.. Fence().Matches(File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n")).Select(m => m.Groups["yaml"].Value)];

    [Fact]
    public void There_is_one_for_each_host() => Examples.Should().HaveCount(2);

    [Fact]
    public void Each_is_YAML_and_every_command_in_it_is_one_that_the_program_takes()
    {
        foreach (var example in Examples)
        {
            var commands = Commands(example).ToList();

            commands.Should().HaveCount(Regex.Count(example, "\\./validate ")).And.HaveCount(2);
            commands.SelectMany(Errors).Should().BeEmpty();
        }
    }

    [Fact]
    public void Every_result_file_that_they_name_is_one_that_is_written()
    {
        string[] written = [RunJson.FileName, RunJUnit.FileName, RunSarif.FileName, RunMarkdown.FileName, CheckJson.FileName, CheckJUnit.FileName, CheckSarif.FileName, CheckMarkdown.FileName];

        var named = Examples.SelectMany(e => ResultFile().Matches(e).Select(m => m.Groups["file"].Value)).ToList();

        named.Should().HaveCount(4).And.BeSubsetOf(written);
    }

    [Theory]
    [InlineData("./validate check --config corrected --out results/check", true)]
    [InlineData("./validate check --config \"$FOLDER\" --against 'a b'", true)]
    [InlineData("./validate chekc --config corrected", false)]
    [InlineData("./validate check --configuration corrected", false)]
    [InlineData("./validate run --config corected", false)]
    [InlineData("./validate run --out", false)]
    [InlineData("./validate check --suite sid", false)]
    public void A_command_that_the_program_does_not_take_is_found(string command, bool taken) => Errors(command).Any().Should().Be(!taken);

    private static IEnumerable<string> Commands(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].AllNodes.OfType<YamlScalarNode>().SelectMany(n => (n.Value ?? "").Split('\n')).Select(l => l.Trim()).Where(l => l.StartsWith("./validate ", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Errors(string command)
    {
        var words = Word().Matches(command).Select(m => m.Value.Trim('"', '\'')).Skip(1).ToArray();
        var parsed = CommandLine.Describe(Root).Parse(words);
        var configuration = Array.IndexOf(words, "--config") is >= 0 and var at && at + 1 < words.Length ? words[at + 1] : "documented";
        return [.. parsed.Errors.Select(e => e.Message), .. configuration.StartsWith('$') || ConfigurationChoice.Find(Root, configuration) is not null ? Array.Empty<string>() : [$"there is no configuration {configuration}"]];
    }

    [GeneratedRegex("^```yaml\\n(?<yaml>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("results/(?:check|\\$CONFIGURATION|\\$\\{\\{ matrix\\.configuration \\}\\})/(?<file>[a-z.]+)")]
    private static partial Regex ResultFile();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\S+")]
    private static partial Regex Word();
}
