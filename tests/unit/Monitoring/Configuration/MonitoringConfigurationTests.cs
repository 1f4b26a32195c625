using System.Security.Cryptography;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class MonitoringConfigurationTests
{
    [Fact]
    public void Reads_the_strategy()
    {
        var documented = Fixtures.Load("documented");

        documented.RuleFiles.Select(f => f.Path).Should().Equal(
            "rules/application-alerts.yml", "rules/cache-alerts.yml", "rules/database-alerts.yml", "rules/dwcp-alerts.yml");
        documented.Alerts.Should().HaveCount(20);
        documented.RuleFiles[0].Groups.Should().ContainSingle().Which.Interval.Should().Be(TimeSpan.FromSeconds(30));
        var down = documented.Alerts.First();
        down.Name.Should().Be("ServiceDown");
        down.Expr.Should().Be("up{job=\"novacron-api\"} == 0");
        down.For.Should().Be(TimeSpan.FromMinutes(1));
        down.KeepFiringFor.Should().Be(TimeSpan.Zero);
        down.Labels.Should().Contain("severity", "critical").And.Contain("component", "api");
        down.Annotations["description"].Should().Be("API service {{ $labels.pod }} has been down for more than 1 minute");
        down.Position.Should().Be(new SourcePosition("rules/application-alerts.yml", 6, 5));
        down.ExprPosition.Should().Be(new SourcePosition("rules/application-alerts.yml", 7, 11));
    }

    [Fact]
    public void Reads_what_Prometheus_scrapes_and_fills_in_its_defaults()
    {
        var prometheus = Fixtures.Load("documented").Prometheus;

        prometheus.ScrapeInterval.Should().Be(TimeSpan.FromSeconds(15));
        prometheus.ScrapeTimeout.Should().Be(TimeSpan.FromSeconds(10));
        prometheus.EvaluationInterval.Should().Be(TimeSpan.FromSeconds(15));
        prometheus.ExternalLabels.Should().Contain("cluster", "novacron-production");
        prometheus.RuleFilePatterns.Should().ContainSingle().Which.Pattern.Should().Be("/etc/prometheus/rules/*.yml");
        prometheus.Jobs.Select(j => j.Name).Should().Equal(
            "prometheus", "novacron-api", "node-exporter", "kubernetes-apiservers", "kubernetes-cadvisor", "postgres-exporter", "redis-exporter");
    }

    [Fact]
    public void A_timeout_that_is_left_out_is_never_longer_than_its_interval()
    {
        var prometheus = Fixtures.Make(prometheus: "global: {scrape_interval: 5s}\nscrape_configs:\n- {job_name: a}\n- {job_name: b, scrape_interval: 2s}\n- {job_name: c, scrape_timeout: 1s}\n").Prometheus;

        prometheus.ScrapeTimeout.Should().Be(TimeSpan.FromSeconds(5));
        prometheus.Jobs.Select(j => j.ScrapeTimeout.TotalSeconds).Should().Equal(5, 2, 1);
    }

    [Fact]
    public void Systems_name_the_promises_that_they_amend() =>
        Fixtures.Make(more: ("systems.yaml", "amends:\n- one\n- two\n")).Systems.Amends.Select(a => $"{a.Id} {a.Position.Line}").Should().Equal("one 2", "two 3");

    [Theory]
    [InlineData("prometheus.yml", "a648d052d11f2476c097d3a78fe48790479d42ab05c299c4f6a97f61b8ecbdd1")]
    [InlineData("alertmanager.yml", "e9b17325887c8ac7b3d6d50260d3e2e56591cb916d3ade107bcb79e218ad366a")]
    [InlineData("rules/application-alerts.yml", "f4dd28d6ebb040bda79c281bd20b986583f0ce58a3aa751104960b7ad4fe96bb")]
    [InlineData("rules/cache-alerts.yml", "468e047d6162ea9b3fd799f6e05eabb6c5d53073cb1ef9e965bbd9536522cd21")]
    [InlineData("rules/database-alerts.yml", "e76964b63888960ea03a559083d46eace1feaaeba7a439a7953260badbaae61e")]
    [InlineData("rules/dwcp-alerts.yml", "46d0e8082a993a19733eec68e0d390ecf14e321973ed6db76a75ba92682ed1f7")]
    public void The_strategy_is_kept_byte_for_byte(string file, string sha256) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Fixtures.PathOf("documented"), file)))).Should().Be(sha256);

    [Fact]
    public void A_missing_folder_is_named() =>
        FluentActions.Invoking(() => MonitoringConfiguration.Load("/nowhere/at/all")).Should().Throw<ConfigurationException>()
            .WithMessage("/nowhere/at/all: there is no such folder; name documented, corrected or a folder with prometheus.yml, rules/*.yml and alertmanager.yml")
            .Which.Position.Should().BeNull();

    [Theory]
    [InlineData("prometheus.yml", "*prometheus.yml: the file is missing; *")]
    [InlineData("alertmanager.yml", "*alertmanager.yml: the file is missing; *")]
    [InlineData("rules/r.yml", "*rules: there is no rule file*")]
    public void A_missing_file_is_named(string missing, string message)
    {
        var folder = Directory.CreateTempSubdirectory("novacron-validation-test-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "rules"));
            (string Name, string Text)[] files = [("prometheus.yml", Fixtures.MinimalPrometheus), ("alertmanager.yml", Fixtures.MinimalAlertmanager), ("rules/r.yml", Fixtures.MinimalRules)];
            foreach (var (name, text) in files.Where(f => f.Name != missing))
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            }

            FluentActions.Invoking(() => MonitoringConfiguration.Load(folder.FullName)).Should().Throw<ConfigurationException>().WithMessage(message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("global: [1,\n", "prometheus.yml:2:1: the YAML cannot be parsed: While parsing a node, did not find expected node content; mend the file")]
    [InlineData("a: 1\na: 2\n", "prometheus.yml:2:1: the YAML cannot be parsed: Duplicate key a; mend the file")]
    [InlineData("a: 1\n---\nb: 2\n", "prometheus.yml:3:1: a second YAML document begins here and would be overlooked; keep one document in a file")]
    [InlineData("- a\n", "prometheus.yml:1:1: the file must be a mapping but is a list; write 'key: value' lines")]
    [InlineData("global: 5\n", "prometheus.yml:1:9: 'global' must be a mapping but is '5'; write 'key: value' lines")]
    [InlineData("global:\n  scrape_interval: 15\n", "prometheus.yml:2:20: 'scrape_interval' is '15', which is no duration; write it like 30s, 5m or 1h30m")]
    [InlineData("global:\n  scrape_interval: [1s]\n", "prometheus.yml:2:20: 'scrape_interval' must be text but is a list")]
    [InlineData("rule_files: x\n", "prometheus.yml:1:13: 'rule_files' must be a list but is 'x'; begin each entry with '- '")]
    [InlineData("scrape_configs:\n- scheme: http\n", "prometheus.yml:2:3: a scrape configuration has no 'job_name'; add one")]
    [InlineData("global:\n  <<: {scrape_interval: 1s}\n", "prometheus.yml:2:3: 'global' has a key that is merged or no plain word; write every key out")]
    public void Says_where_prometheus_yml_is_wrong(string text, string message) =>
        FluentActions.Invoking(() => Fixtures.Make(prometheus: text)).Should().Throw<ConfigurationException>().WithMessage(message);

    [Theory]
    [InlineData("groups:\n- name: g\n  rules:\n  - alert: A\n   expr: x\n", "rules/r.yml:5:*the YAML cannot be parsed*")]
    [InlineData("groups:\n- rules: []\n", "rules/r.yml:2:3: a rule group has no 'name'; add one")]
    [InlineData("groups:\n- name: g\n  rules:\n  - expr: x\n", "rules/r.yml:4:5: a rule without 'record' has no 'alert'; add one")]
    [InlineData("groups:\n- name: g\n  rules:\n  - alert: A\n    labels: {a: b}\n  - alert: A\n    labels: {a: b}\n", "rules/r.yml:6:5: group 'g' has the alert 'A' with the same labels already on line 4; rename or remove one")]
    public void Says_where_a_rule_file_is_wrong(string text, string message) =>
        FluentActions.Invoking(() => Fixtures.Make(rules: text)).Should().Throw<ConfigurationException>().WithMessage(message);

    [Fact]
    public void A_duration_that_Prometheus_refuses_is_left_to_promtool() =>
        Fixtures.Make(rules: "groups:\n- name: g\n  interval: often\n  rules:\n  - alert: A\n    for: 5 minutes\n").RuleFiles[0].Groups[0]
            .Should().Match<RuleGroup>(g => g.Interval == null && g.Rules[0].For == TimeSpan.Zero);

    [Fact]
    public void One_name_under_two_severities_is_two_alerts() =>
        Fixtures.Make(rules: "groups:\n- name: g\n  rules:\n  - {alert: A, expr: x > 1, labels: {severity: warning}}\n  - {alert: A, expr: x > 2, labels: {severity: critical}}\n  - {record: r, expr: x}\n")
            .RuleFiles[0].Groups[0].Should().Match<RuleGroup>(g => g.Rules.Length == 2 && g.RecordingRules.Length == 1);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        FluentActions.Invoking(() => ConfigurationFile.Of("f.yml", new byte[] { 0x61, 0xff })).Should().Throw<ConfigurationException>().WithMessage("f.yml:1:1: the file is not UTF-8*");

    [Fact]
    public void The_strategys_systems_are_stock() => Fixtures.Load("documented").Systems.Should().BeEquivalentTo(Systems.Stock);

    [Fact]
    public void The_corrected_systems_are_told_what_their_mends_ask_for()
    {
        var systems = Fixtures.Load("corrected").Systems;

        systems.Should().BeEquivalentTo(Systems.Stock with { PostgresExporterFlags = ["--collector.stat_statements"] }, options => options.Excluding(s => s.Amends));
        systems.Amends.Select(a => a.Id).Should().BeSubsetOf(Fixtures.Load("documented").KnownDefects.Entries.Select(e => e.Id));
    }

    [Fact]
    public void Systems_can_be_told_more() =>
        Fixtures.Make(more: ("systems.yaml", "exporters:\n  redis-exporter: {flags: [-connection-timeout=200ms]}\npostgres: {monitoring_role: {member_of: [pg_monitor, pg_use_reserved_connections]}}\n")).Systems
            .Should().BeEquivalentTo(new Systems([], ["-connection-timeout=200ms"], ["pg_monitor", "pg_use_reserved_connections"]));

    [Theory]
    [InlineData("exporter: {}\n", "systems.yaml:1:1: systems.yaml knows no 'exporter'; it knows exporters, postgres, amends")]
    [InlineData("exporters: {redis-exporter: {flag: []}}\n", "systems.yaml:1:30: 'redis-exporter' knows no 'flag'; it knows flags")]
    public void A_misspelt_system_is_refused(string text, string message) =>
        FluentActions.Invoking(() => Fixtures.Make(more: ("systems.yaml", text))).Should().Throw<ConfigurationException>().WithMessage(message);
}
