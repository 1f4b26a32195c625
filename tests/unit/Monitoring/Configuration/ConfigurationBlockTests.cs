using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class ConfigurationBlockTests
{
    private const string Text = """
        groups:
        - name: cache
          rules:
          - alert: A
            expr: |
              a > 1

              or b
            # the last field
            for: 1m
          # the next rule
          - alert: B
            expr: b

        other:
          x: 1
        """;

    [Theory]
    [InlineData(4, "- alert: A", "for: 1m", 7)]
    [InlineData(12, "- alert: B", "expr: b", 2)]
    [InlineData(2, "- name: cache", "expr: b", 12)]
    public void A_list_item_is_all_that_is_indented_under_it(int line, string starts, string ends, int lines)
    {
        var block = ConfigurationBlock.At(ConfigurationFile.Of("rules/cache-alerts.yml", Text), new SourcePosition("rules/cache-alerts.yml", line, 1));

        block.Line.Should().Be(line);
        block.File.Should().Be("rules/cache-alerts.yml");
        block.Text.TrimStart().Should().StartWith(starts).And.EndWith(ends);
        block.Text.Split('\n').Should().HaveCount(lines);
    }

    [Theory]
    [InlineData("groups", 1, 13)]
    [InlineData("other", 15, 2)]
    public void A_section_goes_on_to_the_next_one(string name, int line, int lines)
    {
        var block = ConfigurationBlock.Section(ConfigurationFile.Of("a.yml", Text), name)!;

        block.Line.Should().Be(line);
        block.Text.Split('\n').Should().HaveCount(lines);
    }

    [Fact]
    public void A_section_that_is_not_there_is_null() => ConfigurationBlock.Section(ConfigurationFile.Of("a.yml", Text), "rules").Should().BeNull();

    [Fact]
    public void Line_ends_of_either_kind_are_line_ends() =>
        ConfigurationBlock.Section(ConfigurationFile.Of("a.yml", "route:\r\n  receiver: x\r\nreceivers: []\r\n"), "route")!.Text.Should().Be("route:\n  receiver: x");
}
