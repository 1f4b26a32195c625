using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Simulation.Behaviour;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios.Simulated;
using Xunit.Abstractions;

namespace NovaCron.Validation.Tests.Stack.Simulating;

/// <summary>Rules of which nothing is promised, by the real rule engine: signals derived from their own expressions.</summary>
public sealed class DerivedRulesTests(RuleTesterFixture promtool, ITestOutputHelper output) : IClassFixture<RuleTesterFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("novacron-validation-derived-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("up == 0")]
    [InlineData("up{job=\"node\", instance=~\"node-[0-9]+:9100\", env!=\"\", zone!~\"|none\"} == 0")]
    [InlineData("process_open_fds >= 1000")]
    [InlineData("1000 < process_open_fds")]
    [InlineData("free_bytes < 1e9")]
    [InlineData("temperature_celsius < -20")]
    [InlineData("rate(errors_total[5m]) > 0")]
    [InlineData("increase(restarts_total{pod=~\"api-.*\"}[10m]) > 3")]
    [InlineData("irate(requests_total[2m]) > 50")]
    [InlineData("delta(queue_length[10m]) > 100")]
    [InlineData("sum by (job) (rate(requests_total{status=~\"5..\"}[5m])) / sum by (job) (rate(requests_total[5m])) > 0.05")]
    [InlineData("100 * sum(rate(errors_total[1m])) / sum(rate(requests_total[1m])) > 5")]
    [InlineData("(1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes) * 100 > 90")]
    [InlineData("node_filesystem_avail_bytes{fstype!=\"tmpfs\"} / node_filesystem_size_bytes{fstype!=\"tmpfs\"} < 0.1")]
    [InlineData("avg by (instance) (rate(cpu_seconds_total{mode=\"idle\"}[5m])) < 0.1")]
    [InlineData("max(queue_length) > 10 and vector(1) > 2", "and")]
    [InlineData("min by (job) (replicas) < 2")]
    [InlineData("avg_over_time(load[10m]) > 4")]
    [InlineData("histogram_quantile(0.99, sum by (le, job) (rate(request_seconds_bucket[5m]))) > 0.4")]
    [InlineData("connections > max_connections * 0.8")]
    [InlineData("used_bytes > on (instance) quota_bytes / 2")]
    [InlineData("hits / (hits + misses) < 0.8")]
    [InlineData("-balance > 5")]
    [InlineData("absent(up{job=\"node\"})", "no comparison")]
    [InlineData("time() - last_success > 3600", "time()")]
    [InlineData("up offset 5m == 0", "offset")]
    [InlineData("max_over_time(rate(x_total[5m])[1h:1m]) > 3", "max_over_time")]
    [InlineData("up != 1", "!=")]
    [InlineData("count(up) < 3", "count")]
    [InlineData("{job=\"node\"} > 3", "name of a metric")]
    [InlineData("sum without (instance) (load) > 3", "without")]
    public async Task A_rule_does_what_it_says_itself_or_the_reason_is_told(string expression, string? obstacle = null)
    {
        var result = await SimulateAsync(expression, "it is {{ $value }}");

        if (obstacle is null)
        {
            result.Findings.Should().BeEmpty();
            result.Cases.Should().BeGreaterThan(1);
        }
        else
        {
            result.Findings.Should().ContainSingle().Which.Should().Match<Finding>(f => f.Check == BehaviourName.NotDerivable && f.Severity == Severity.Info && f.Message.Contains(obstacle));
        }
    }

    [Fact]
    public async Task An_annotation_that_does_not_render_is_found() =>
        (await SimulateAsync("load > 4", "{{ $labels.instance | toTime }}")).Findings.Should().ContainSingle().Which.Check.Should().Be(BehaviourName.UnreadableAnnotation);

    [Fact]
    public async Task A_rule_that_cannot_be_evaluated_is_found() =>
        (await SimulateAsync("sum by (a) (load) / on () group_left sum by (b) (load) > 4", "text")).Findings.Should().NotContain(f => f.Severity == Severity.Error);

    private async Task<BehaviourResult> SimulateAsync(string expression, string annotation)
    {
        var rules = $"groups:\n- name: derived\n  interval: 1m\n  rules:\n  - alert: Derived\n    expr: '{expression}'\n    for: 5m\n    annotations:\n      summary: '{annotation}'\n";
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "rules.yml"), rules);
        var result = await new ConfigurationSimulation(ConfigurationFolder.Load(_folder.FullName), []).RunAsync(promtool.Tester, CancellationToken.None);
        foreach (var finding in result.Findings)
        {
            output.WriteLine($"{finding.Position} {finding.Check} {finding.Severity} {finding.Subject}: {finding.Message}");
        }

        return result;
    }
}
