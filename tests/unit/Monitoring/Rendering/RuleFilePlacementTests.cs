using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Rendering;

public sealed class RuleFilePlacementTests
{
    [Theory]
    [InlineData("/etc/prometheus/rules/*.yml", "/etc/prometheus/rules/a-alerts.yml")]
    [InlineData("rules/*.yml", "/etc/prometheus/rules/a-alerts.yml")]
    [InlineData("./*.y*ml", "/etc/prometheus/a-alerts.yml")]
    [InlineData("/srv/*/?-[a-z]lerts.yml", "/srv/rules/a-alerts.yml")]
    [InlineData("/srv/a-alerts.yml", "/srv/a-alerts.yml")]
    [InlineData("/srv/*.yaml", null)]
    [InlineData("/srv/x*/*.yml", null)]
    [InlineData("/srv/a.alerts.yml", null)]
    public void Says_where_a_file_must_lie(string pattern, string? path) =>
        RuleFilePlacement.PathOf(Prometheus(pattern), "a-alerts.yml").Should().Be(path);

    [Fact]
    public void The_first_pattern_that_matches_decides() =>
        RuleFilePlacement.PathOf(Fixtures.Make(prometheus: "rule_files: [/a/*.yaml, /b/*.yml, /c/*.yml]\n").Prometheus, "x.yml").Should().Be("/b/x.yml");

    [Theory]
    [InlineData("/etc/prometheus/rules/*.yml", "/etc/prometheus/rules/novacron-validation-heartbeat.yml")]
    [InlineData("rules/*.yaml", "/etc/prometheus/rules/novacron-validation-heartbeat.yaml")]
    [InlineData("rules/*-alerts*.yml", "/etc/prometheus/rules/novacron-validation-heartbeat-alerts.yml")]
    public void The_heartbeat_takes_a_name_that_matches(string pattern, string path) =>
        RuleFilePlacement.PathOfHeartbeat(Prometheus(pattern)).Should().Be(path);

    [Fact]
    public void Without_a_wildcard_there_is_no_room_for_the_heartbeat() =>
        FluentActions.Invoking(() => RuleFilePlacement.PathOfHeartbeat(Prometheus("/srv/one.yml"))).Should().Throw<ConfigurationException>()
            .WithMessage("prometheus.yml:1:14: no pattern of 'rule_files' has room for novacron-validation-heartbeat.yml; *");

    private static PrometheusFile Prometheus(string pattern) => Fixtures.Make(prometheus: $"rule_files: ['{pattern}']\n").Prometheus;
}
