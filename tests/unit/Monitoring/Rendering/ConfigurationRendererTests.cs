using System.Text;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Rendering;

public sealed class ConfigurationRendererTests
{
    [Theory]
    [InlineData("documented")]
    [InlineData("corrected")]
    public void At_one_nothing_changes(string configuration)
    {
        var rendered = ConfigurationRenderer.Render(Fixtures.Load(configuration), new TimeScale(1));

        rendered.Changes.Should().BeEmpty();
        rendered.PrometheusFlags.Should().BeEmpty();
        rendered.AlertmanagerFlags.Should().Equal("--cluster.listen-address=");
        rendered.Files.Should().HaveCount(6);
        foreach (var (file, bytes) in rendered.Files)
        {
            bytes.ToArray().Should().Equal(File.ReadAllBytes(Path.Combine(Fixtures.PathOf(configuration), file)), file);
        }
    }

    [Fact]
    public void Divides_every_duration_of_the_strategy()
    {
        var rendered = ConfigurationRenderer.Render(Fixtures.Load("documented"), new TimeScale(25));

        rendered.Changes.Where(c => !c.File.StartsWith("rules/", StringComparison.Ordinal)).Select(c => $"{c.File}:{c.Line} {c.Change}").Should().Equal(
            "prometheus.yml:2 scrape_timeout 10s (default) -> 400ms",
            "prometheus.yml:2 scrape_interval 15s -> 600ms",
            "prometheus.yml:3 evaluation_interval 15s -> 600ms",
            "alertmanager.yml:2 resolve_timeout 5m -> 12s",
            "alertmanager.yml:9 group_wait 10s -> 400ms",
            "alertmanager.yml:10 group_interval 10s -> 400ms",
            "alertmanager.yml:11 repeat_interval 12h -> 1728s",
            "prometheus command line:0 --query.lookback-delta 5m -> 12s",
            "prometheus command line:0 --rules.alert.resend-delay 1m -> 2400ms",
            "prometheus command line:0 --rules.alert.for-grace-period 10m -> 24s",
            "prometheus command line:0 --rules.alert.for-outage-tolerance 1h -> 144s");
        rendered.Changes.Where(c => c.File == "rules/cache-alerts.yml").Select(c => $"{c.Line} {c.Change}").Should().Equal(
            "3 cache interval 30s -> 1200ms",
            "8 CacheDown for 1m -> 2400ms",
            "25 CacheHighMemoryUsage for 5m -> 12s",
            "38 CacheLowHitRate expr 5m -> 12s",
            "40 CacheLowHitRate expr 5m -> 12s",
            "40 CacheLowHitRate expr 5m -> 12s",
            "42 CacheLowHitRate for 10m -> 24s",
            "53 CacheHighEvictionRate expr 5m -> 12s",
            "54 CacheHighEvictionRate for 5m -> 12s");
        rendered.PrometheusFlags.Should().Equal(
            "--query.lookback-delta=12s", "--rules.alert.resend-delay=2400ms", "--rules.alert.for-grace-period=24s", "--rules.alert.for-outage-tolerance=144s");
    }

    [Fact]
    public void Changes_the_durations_lines_and_no_other()
    {
        var documented = Fixtures.Load("documented");
        var rendered = ConfigurationRenderer.Render(documented, new TimeScale(25));

        foreach (var file in documented.RuleFiles)
        {
            var before = file.Text.Split('\n');
            var after = Text(rendered, file.Path).Split('\n');
            var changed = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).Select(i => i + 1);
            changed.Should().Equal(rendered.Changes.Where(c => c.File == file.Path).Select(c => c.Line).Distinct());
            after.Should().HaveSameCount(before);
        }

        Text(rendered, "rules/application-alerts.yml").Should().Contain("over the last 5 minutes");
        Text(rendered, "prometheus.yml").Should().StartWith("global:\n  scrape_timeout: 400ms\n  scrape_interval: 600ms\n  evaluation_interval: 600ms\n  external_labels:\n");
    }

    [Theory]
    [InlineData("expr: up[5m]\n    for: 10s # 10s\n", "expr: up[30s]\n    for: 1s # 10s\n")]
    [InlineData("expr: 'up{a=''[5m]''}[5m:10s]' # [5m]\n", "expr: 'up{a=''[5m]''}[30s:1s]' # [5m]\n")]
    [InlineData("expr: \"up{a=\\\"[5m]\\\"}[5\\x6D] offset -10s\"\n", "expr: \"up{a=\\\"[5m]\\\"}[30s] offset -1s\"\n")]
    [InlineData("expr: |2-  # [5m]\n        up[5m]\n        # [5m]\n\n        + up[1h30m]\n", "expr: |2-  # [5m]\n        up[30s]\n        # [5m]\n\n        + up[9m]\n")]
    [InlineData("expr: >\n        up[5m]\n        offset\n        10s\n", "expr: >\n        up[30s]\n        offset\n        1s\n")]
    [InlineData("expr: up\n      offset 10s\n      > 1\n    for: &f 10s\n    keep_firing_for: *f\n", "expr: up\n      offset 1s\n      > 1\n    for: &f 1s\n    keep_firing_for: *f\n")]
    [InlineData("expr: up[300] > 300\n    for: !!str \"1m\"\n    keep_firing_for: '20s'\n", "expr: up[30s] > 300\n    for: !!str \"6s\"\n    keep_firing_for: '2s'\n")]
    [InlineData("expr: up{x=\"offset 5m\"} > 5m\n    for: 0s\n", "expr: up{x=\"offset 5m\"} > 5m\n    for: 0s\n")]
    [InlineData("expr: avg_over_time((up offset 10s)[5m:]) @ 1000\n    labels: {for: 5m}\n", "expr: avg_over_time((up offset 1s)[30s:]) @ 1000\n    labels: {for: 5m}\n")]
    [InlineData("expr: up\n    annotations: {summary: 'for 5m', for: 5m}\n", "expr: up\n    annotations: {summary: 'for 5m', for: 5m}\n")]
    public void Edits_where_it_stands(string rule, string expected)
    {
        const string Head = "groups:\n- name: g\n  rules:\n  - alert: A\n    ";
        Text(Render(rules: Head + rule), "rules/r.yml").Should().Be(Head + expected);
    }

    [Theory]
    [InlineData("", "global:\n  scrape_interval: 6s\n  scrape_timeout: 1s\n  evaluation_interval: 6s\n")]
    [InlineData("# only this", "# only this\nglobal:\n  scrape_interval: 6s\n  scrape_timeout: 1s\n  evaluation_interval: 6s\n")]
    [InlineData("# head\nrule_files: [a]\n", "# head\nglobal:\n  scrape_interval: 6s\n  scrape_timeout: 1s\n  evaluation_interval: 6s\nrule_files: [a]\n")]
    [InlineData("global:\nrule_files: [a]\n", "global: {scrape_interval: 6s, scrape_timeout: 1s, evaluation_interval: 6s}\nrule_files: [a]\n")]
    [InlineData("global: ~\n", "global:  {scrape_interval: 6s, scrape_timeout: 1s, evaluation_interval: 6s}\n")]
    [InlineData("global: {}\n", "global: {scrape_interval: 6s, scrape_timeout: 1s, evaluation_interval: 6s}\n")]
    [InlineData("global: {scrape_interval: 5s}\n", "global: {scrape_timeout: 500ms, evaluation_interval: 6s, scrape_interval: 500ms}\n")]
    [InlineData("{\"rule_files\": [\"a\"]}", "{global: {scrape_interval: 6s, scrape_timeout: 1s, evaluation_interval: 6s}, \"rule_files\": [\"a\"]}")]
    [InlineData("global:\r\n    # c\r\n    evaluation_interval: 10s\r\n", "global:\r\n    # c\r\n    scrape_interval: 6s\r\n    scrape_timeout: 1s\r\n    evaluation_interval: 1s\r\n")]
    [InlineData("global: {scrape_interval: 1m, scrape_timeout: 5s, evaluation_interval: 1m}\nscrape_configs:\n- job_name: a\n  scrape_interval: 30s\n  scrape_timeout: 20s\n", "global: {scrape_interval: 6s, scrape_timeout: 500ms, evaluation_interval: 6s}\nscrape_configs:\n- job_name: a\n  scrape_interval: 3s\n  scrape_timeout: 2s\n")]
    public void Puts_in_what_prometheus_yml_leaves_out(string prometheus, string expected)
    {
        var text = Text(Render(prometheus: prometheus), "prometheus.yml");
        text.Should().Be(expected);
        FluentActions.Invoking(() => Fixtures.Make(prometheus: text)).Should().NotThrow();
    }

    [Fact]
    public void Puts_in_what_alertmanager_yml_leaves_out()
    {
        var rendered = Render(alertmanager: "route:\n  receiver: r\n  group_interval: 10s\n  routes:\n  - receiver: r\n    repeat_interval: 1h\nreceivers:\n- name: r\n");

        Text(rendered, "alertmanager.yml").Should().Be(
            "global:\n  resolve_timeout: 30s\nroute:\n  group_wait: 3s\n  repeat_interval: 24m\n  receiver: r\n  group_interval: 1s\n  routes:\n  - receiver: r\n    repeat_interval: 6m\nreceivers:\n- name: r\n");
        rendered.Changes.Where(c => c.File == "alertmanager.yml").Select(c => c.Change).Should().Equal(
            "resolve_timeout 5m (default) -> 30s", "group_wait 30s (default) -> 3s", "repeat_interval 4h (default) -> 24m", "group_interval 10s -> 1s", "r repeat_interval 1h -> 6m");
    }

    [Fact]
    public void Keeps_a_byte_order_mark()
    {
        var rendered = Render(prometheus: "\ufeffglobal: {scrape_interval: 1m, scrape_timeout: 5s, evaluation_interval: 1m}\n");
        rendered.Files["prometheus.yml"].ToArray().Should().StartWith(Encoding.UTF8.GetPreamble());
        Text(rendered, "prometheus.yml").Should().Be("\ufeffglobal: {scrape_interval: 6s, scrape_timeout: 500ms, evaluation_interval: 6s}\n");
    }

    [Fact]
    public void Names_a_duration_that_does_not_divide_and_the_scales_that_work() =>
        FluentActions.Invoking(() => ConfigurationRenderer.Render(Fixtures.Load("documented"), new TimeScale(7))).Should().Throw<ConfigurationException>()
            .WithMessage("prometheus.yml:2:3: scrape_timeout 10s divided by 7 is no whole number of milliseconds; time scales that work for every duration instead of 7: 1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 125, 200, 250");

    [Fact]
    public void A_duration_of_a_block_is_named_by_its_own_line() =>
        FluentActions.Invoking(() => Render(rules: "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: |\n      up\n      + up[5ms]\n")).Should().Throw<ConfigurationException>()
            .WithMessage("rules/r.yml:7:12: A expr 5ms divided by 10 is no whole number of milliseconds; *: 1, 5");

    [Fact]
    public void Prometheus_own_durations_must_divide_too() =>
        FluentActions.Invoking(() => ConfigurationRenderer.Render(
                Fixtures.Make(
                    prometheus: "global: {scrape_interval: 7s, scrape_timeout: 7s, evaluation_interval: 7s}\n",
                    alertmanager: "global: {resolve_timeout: 7s}\nroute: {receiver: r, group_wait: 7s, group_interval: 7s, repeat_interval: 7s}\nreceivers: [name: r]\n"),
                new TimeScale(7)))
            .Should().Throw<ConfigurationException>()
            .WithMessage("Prometheus' --query.lookback-delta 5m divided by 7 is no whole number of milliseconds; *: 1, 2, 4, 5, 8, *");

    [Fact]
    public void A_duration_that_Prometheus_refuses_cannot_be_divided() =>
        FluentActions.Invoking(() => Render(rules: "groups:\n- name: g\n  rules:\n  - alert: A\n    for: 5 minutes\n")).Should().Throw<ConfigurationException>()
            .WithMessage("rules/r.yml:5:10: 'for' is '5 minutes', which is no duration; write it like 30s, 5m or 1h30m");

    [Fact]
    public void A_file_that_does_not_load_can_be_set_aside()
    {
        var options = new RenderOptions { SetAside = ["rules/dwcp-alerts.yml"] };
        var rendered = ConfigurationRenderer.Render(Fixtures.Load("documented"), new TimeScale(1), options);

        rendered.Files.Keys.Should().NotContain("rules/dwcp-alerts.yml").And.HaveCount(5);
        rendered.Changes.Should().Equal(new RenderedChange("rules/dwcp-alerts.yml", 1, "left out: Prometheus does not load it"));
        FluentActions.Invoking(() => ConfigurationRenderer.Render(Fixtures.Load("documented"), new TimeScale(1), new RenderOptions { SetAside = ["dwcp-alerts.yml"] }))
            .Should().Throw<ArgumentException>().WithMessage("no rule file of * is called dwcp-alerts.yml*");
    }

    private static RenderedConfiguration Render(string prometheus = Fixtures.MinimalPrometheus, string alertmanager = Fixtures.MinimalAlertmanager, string rules = Fixtures.MinimalRules) =>
        ConfigurationRenderer.Render(Fixtures.Make(prometheus, alertmanager, rules), new TimeScale(10));

    private static string Text(RenderedConfiguration rendered, string file) => Encoding.UTF8.GetString(rendered.Files[file].Span);
}
