using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class ConfigurationFolderTests
{
    private const string Resource = "kind: PrometheusRule\nspec:\n  groups:\n  - {name: c, rules: [{alert: C, expr: up}]}\n---\nkind: Service\n";

    [Theory]
    [InlineData("documented")]
    [InlineData("corrected")]
    public void Reads_the_projects_own_configurations(string name)
    {
        var folder = ConfigurationFolder.Load(Fixtures.PathOf(name));

        folder.Alerts.Should().HaveCount(20);
        folder.Prometheus!.Jobs.Should().NotBeEmpty();
        folder.Alertmanager!.Receivers.Should().NotBeEmpty();
        (folder.UnnamedRuleFiles.Length, folder.EmptyPatterns.Length, folder.Unreadable.Length).Should().Be((0, 0, 0));
    }

    [Fact]
    public void Rule_files_need_no_other_file()
    {
        var folder = Load(("a.yml", Fixtures.MinimalRules), ("deep/b.rules", Fixtures.MinimalRules), ("c.yaml", Resource), ("other.yml", "x: 1\n"), ("list.yml", "- groups\n"));

        folder.RuleFiles.Select(f => (f.Path, f.IsCustomResource)).Should().Equal(("a.yml", false), ("c.yaml", true), ("deep/b.rules", false));
        (folder.Prometheus, folder.Alertmanager, folder.Unreadable.Length, folder.UnnamedRuleFiles.Length).Should().Be((null, null, 0, 0));
    }

    [Fact]
    public void An_Alertmanager_needs_no_other_file_and_no_name() =>
        Load(("am/config.yml", Fixtures.MinimalAlertmanager)).Alertmanager!.File.Name.Should().Be("am/config.yml");

    [Fact]
    public void Tells_rule_files_and_patterns_that_miss_each_other()
    {
        var folder = Load(("prometheus.yml", "rule_files: ['/etc/prometheus/rules/*.yml', 'more/*.yml', 'x/[ab].yml']\n"), ("rules/a.yml", Fixtures.MinimalRules), ("x/b.yml", Fixtures.MinimalRules), ("x/c.yml", Fixtures.MinimalRules));

        folder.UnnamedRuleFiles.Should().Equal("x/c.yml");
        folder.EmptyPatterns.Should().Equal(new RuleFilePattern("more/*.yml", new SourcePosition("prometheus.yml", 1, 45)));
    }

    [Fact]
    public void A_file_that_cannot_be_read_keeps_no_other_from_it()
    {
        var folder = Load(("alertmanager.yml", "route: {}\n"), ("a.yml", "groups: 5\n"), ("b.yml", Fixtures.MinimalRules), ("prometheus.yml", "global: [\n"));

        folder.RuleFiles.Should().ContainSingle();
        folder.Unreadable.Select(e => e.Message).Should().BeEquivalentTo(
            "a.yml:1:9: 'groups' must be a list but is '5'; begin each entry with '- '",
            "alertmanager.yml:1:8: the root route has no 'receiver'; add one",
            "prometheus.yml:2:1: the YAML cannot be parsed: While parsing a node, did not find expected node content; mend the file");
    }

    [Fact]
    public void Two_files_of_a_kind_are_not_one_configuration() =>
        Load(("a.yml", Fixtures.MinimalAlertmanager), ("b.yml", Fixtures.MinimalAlertmanager)).Unreadable.Should().ContainSingle()
            .Which.Message.Should().Be("b.yml:1:1: this is a file of the same kind as a.yml, and a configuration has one; name the folder of one configuration");

    [Fact]
    public void A_folder_with_nothing_of_a_configuration_is_refused() =>
        FluentActions.Invoking(() => Load(("a.yml", "x: 1\n"))).Should().Throw<ConfigurationException>().WithMessage("*: none of its 1 YAML files is a configuration of Prometheus or Alertmanager; *");

    [Fact]
    public void A_missing_folder_is_named() =>
        FluentActions.Invoking(() => ConfigurationFolder.Load("/nowhere/at/all")).Should().Throw<ConfigurationException>().WithMessage("/nowhere/at/all: there is no such folder; *");

    [Theory]
    [InlineData("rules/*.yml", "rules/a.yml", true)]
    [InlineData("./rules/*.yml", "rules/a.yml", true)]
    [InlineData("*.yml", "rules/a.yml", false)]
    [InlineData("rules/*.yml", "a.yml", false)]
    [InlineData("/etc/prometheus/rules/*.yml", "rules/a.yml", true)]
    [InlineData("/etc/prometheus/rules/*.yml", "a.yml", true)]
    [InlineData("/etc/*/rules/*.yml", "x/rules/a.yml", true)]
    [InlineData("/etc/prometheus/*.yml", "rules/a.yml", false)]
    [InlineData("a?[x-z]\\*.yml", "abz*.yml", true)]
    [InlineData("[^a].yml", "a.yml", false)]
    [InlineData("[z-a].yml", "b.yml", false)]
    [InlineData("[.yml", "[.yml", true)]
    public void Knows_what_a_pattern_names(string pattern, string name, bool isNamed) => RuleFilePaths.Names(pattern, name).Should().Be(isNamed);

    private static ConfigurationFolder Load(params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("novacron-validation-test-");
        try
        {
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder.FullName, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            return ConfigurationFolder.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
