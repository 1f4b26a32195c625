using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

/// <summary>No file, however broken or malicious, ends in anything but one exception that says where and what.</summary>
public sealed class YamlLimitsTests
{
    private static readonly string[] Pieces =
    [
        "groups", "rules", "alert", "record", "expr", "for", "labels", "name", "route", "receiver", "routes", "receivers", "matchers", "match_re", "time_intervals", "times", "kind", "spec",
        ": ", ":", "- ", "\n", "\n  ", "\n- ", "[", "]", "{", "}", ", ", "'", "\"", "|", ">", "&a ", "*a", "<<: ", "!!str ", "!x ", "? ", "#", "%", "@", "\t", "\\", "---\n", "...\n", "~", "a", "5m", "\r", "\u0085", "\u2028", "ä", "😀",
    ];

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, "f.yml:1:65: mappings and lists nest more than 64 deep here; flatten the file")]
    [InlineData(1_000_000, "f.yml:1:65: mappings and lists nest more than 64 deep here; flatten the file")]
    public void Nesting_is_bounded(int depth, string? message) => Reading(new string('[', depth) + new string(']', depth)).Should().Be(message);

    [Fact]
    public void A_bomb_of_aliases_is_refused()
    {
        var bomb = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));

        Reading(bomb).Should().Be("f.yml:6:40: the aliases of the file unfold to more than 100000 values; write them out");
    }

    [Theory]
    [InlineData("a: &a [*a]\n", "f.yml:1:8: the alias '*a' names a node that it is a part of; write the value out")]
    [InlineData("a: &a {b: {c: *a}}\n", "f.yml:1:15: the alias '*a' names a node that it is a part of; write the value out")]
    [InlineData("a: *b\nb: &b 1\n", "f.yml:1:4: the alias '*b' names no anchor before it; write the value out")]
    [InlineData("a: &a 1\n---\nb: *a\n", "f.yml:3:4: the alias '*a' names no anchor before it; write the value out")]
    [InlineData("a: &a 1\nb: *a\n", null)]
    [InlineData("a: \0\n", "f.yml:1:4: here stands the control character 0x00, so this is no YAML text; remove it, or name a text file")]
    [InlineData("a: b\nc: \u001b[0m\n", "f.yml:2:4: here stands the control character 0x1b, so this is no YAML text; remove it, or name a text file")]
    [InlineData("a:\n\tb: 1\n", "f.yml:1:1: the YAML cannot be parsed: While scanning a mapping, found invalid tab as indentation; mend the file")]
    [InlineData("a: 1\nb: {c: 1, c: 2}\n", "f.yml:2:11: the YAML cannot be parsed: Duplicate key c; mend the file")]
    [InlineData("\uFEFFa: 1\r\nb: 2\r\n", null)]
    [InlineData("", null)]
    [InlineData("# nothing\n", null)]
    public void Broken_files_are_refused_in_their_place(string text, string? message) =>
        (Reading(text) ?? "read").Should().Match(message ?? "read");

    [Theory]
    [InlineData("global: 1\n!!str global: 2\n", "f.yml:2:1: the file has the key 'global' twice; remove one")]
    [InlineData("global: {a: {b: 1, !x b: 2}}\n", "f.yml:1:20: a mapping has the key 'b' twice; remove one")]
    [InlineData("global: {a: {b: 1, !x c: 2}}\n", null)]
    public void A_key_is_there_twice_also_where_one_of_the_two_has_a_tag(string text, string? message)
    {
        var reading = FluentActions.Invoking(() => PrometheusReader.Read(ConfigurationFile.Of("f.yml", text)));

        if (message is null)
        {
            reading.Should().NotThrow();
        }
        else
        {
            reading.Should().Throw<ConfigurationException>().WithMessage(message);
        }
    }

    [Fact]
    public void A_huge_file_is_refused() =>
        Reading(new string('#', YamlFile.MostCharacters + 1)).Should().Be("f.yml:1:1: the file has 16777217 characters, and at most 16777216 are read; split it");

    [Fact]
    public void A_file_of_too_many_values_is_refused()
    {
        var values = YamlEvents.MostNodes;
        Reading(string.Concat(Enumerable.Repeat("- x\n", values - 1))).Should().BeNull();
        Reading(string.Concat(Enumerable.Repeat("- x\n", values))).Should().Be("f.yml:500000:3: the file has more than 500000 values; split it");
    }

    [Fact]
    public void What_is_quoted_as_code_points_is_cut_too() =>
        FluentActions.Invoking(() => PrometheusReader.Read(ConfigurationFile.Of("f.yml", $"global: {new string('\u202e', 900)}\n"))).Should().Throw<ConfigurationException>()
            .Which.Message.Should().HaveLength(1_000).And.StartWith("f.yml:1:9: 'global' must be a mapping but is '<U+202E>").And.EndWith("; write 'key: value' lines");

    [Fact]
    public void What_a_message_quotes_is_cut_and_kept_on_one_line()
    {
        var refusal = FluentActions.Invoking(() => PrometheusReader.Read(ConfigurationFile.Of("f.yml", $"scrape_configs: \"{new string('x', 5_000)}\\e[31m\\n\\u202e\"\n"))).Should().Throw<ConfigurationException>().Which;

        refusal.Message.Should().HaveLength(1_000).And.StartWith("f.yml:1:17: 'scrape_configs' must be a list but is 'xxx")
            .And.Contain(" … xxx").And.EndWith("x<U+001B>[31m <U+202E>'; begin each entry with '- '");
    }

    [Fact]
    public void Arbitrary_bytes_are_read_or_refused() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsReadOrRefused(bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Arbitrary_scraps_of_configurations_are_read_or_refused() =>
        Prop.ForAll(Arb.From(Gen.Elements(Pieces).ListOf()), pieces => IsReadOrRefused(Encoding.UTF8.GetBytes(string.Concat(pieces)))).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Configurations_with_a_character_too_many_or_too_few_are_read_or_refused()
    {
        var files = (string[])["prometheus.yml", "alertmanager.yml", "rules/cache-alerts.yml"];
        var edits = from file in Gen.Elements(files.Select(f => File.ReadAllText(Path.Combine(Fixtures.PathOf("documented"), f))).ToArray())
                    from at in Gen.Choose(0, file.Length - 10)
                    from length in Gen.Choose(0, 9)
                    from piece in Gen.Elements(Pieces)
                    select file[..at] + piece + file[(at + length)..];
        Prop.ForAll(Arb.From(edits), text => IsReadOrRefused(Encoding.UTF8.GetBytes(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static bool IsReadOrRefused(byte[] bytes)
    {
        Action<ConfigurationFile>[] readers =
        [
            f => RuleReader.Read(YamlFile.Parse(f, mayMerge: true)), f => PrometheusReader.Read(YamlFile.Parse(f, mayMerge: true)), f => AlertmanagerReader.Read(YamlFile.Parse(f, mayMerge: true)),
            f => RuleReader.Read(f), f => PrometheusReader.Read(f), f => AlertmanagerReader.Read(f),
        ];
        return readers.All(reader =>
        {
            try
            {
                reader(ConfigurationFile.Of("f.yml", bytes));
                return true;
            }
            catch (ConfigurationException e)
            {
                return e.Position is { File: "f.yml", Line: > 0, Column: > 0 } && !e.Message.Contains("   at ", StringComparison.Ordinal);
            }
        });
    }

    private static string? Reading(string text)
    {
        try
        {
            YamlFile.Parse(ConfigurationFile.Of("f.yml", Encoding.UTF8.GetBytes(text)));
            return null;
        }
        catch (ConfigurationException e)
        {
            return e.Message;
        }
    }
}
