using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Simulation.Behaviour;
using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Simulated;
using NovaCron.Validation.Tests.Stack.EndToEnd;
using NovaCron.Validation.Tests.Stack.Nightly;
using Xunit.Abstractions;

namespace NovaCron.Validation.Tests.Stack.Simulating;

/// <summary>Rules in virtual time, by the real rule engine: as they are shipped, and each edited so that it breaks its promise.</summary>
public sealed class BehaviourTests(RuleTesterFixture promtool, ITestOutputHelper output) : IClassFixture<RuleTesterFixture>
{
    private static readonly string Shipped = Path.Combine(ProjectRoot.Find(), "environments", "monitoring");

    [Fact]
    public async Task The_corrected_rules_do_what_is_promised()
    {
        var result = await SimulateAsync(Path.Combine(Shipped, "corrected"));

        result.Findings.Should().BeEmpty();
        result.Cases.Should().BeGreaterThan(3 * 20);
    }

    [Fact]
    public async Task The_documented_rules_break_what_their_ledger_foretells() =>
        (await SimulateAsync(Path.Combine(Shipped, "documented"))).Findings.Select(f => (f.Check, f.Subject)).Should().BeEquivalentTo(
        [
            (BehaviourName.NotSilentWhenHealthy, "HighMemoryUsage"),
            (BehaviourName.WrongLabels, "HighCPUUsage"),
            (BehaviourName.NeverFires, "PodRestartingFrequently"),
            (BehaviourName.NeverFires, "DatabaseSlowQueries"),
            (BehaviourName.NotLoaded, "DWCPHighLatency"),
            (BehaviourName.NotLoaded, "DWCPPacketLoss"),
            (BehaviourName.NotLoaded, "DWCPBandwidthExhausted"),
            (BehaviourName.NotLoaded, "DWCPLowCompressionRatio"),
            (BehaviourName.NotLoaded, "DWCPStreamOverflow"),
        ]);

    [Theory]
    // The threshold, a tenth up and down.
    [InlineData("HighErrorRate", "> 0.01", "> 0.011", BehaviourName.NeverFires)]
    [InlineData("HighErrorRate", "> 0.01", "> 0.009", BehaviourName.NotSilentJustBelow)]
    [InlineData("HighResponseTime", "> 2", "> 2.2", BehaviourName.NeverFires)]
    [InlineData("HighResponseTime", "> 2", "> 1.8", BehaviourName.NotSilentJustBelow)]
    [InlineData("PodRestartingFrequently", "> 1.25", "> 1.38", BehaviourName.NeverFires)]
    [InlineData("DWCPLowCompressionRatio", "< 1.5", "< 1.35", BehaviourName.NeverFires)]
    [InlineData("DWCPLowCompressionRatio", "< 1.5", "< 1.65", BehaviourName.NotSilentJustBelow)]
    [InlineData("CacheLowHitRate", "< 0.80", "< 0.72", BehaviourName.NeverFires)]
    [InlineData("CacheLowHitRate", "< 0.80", "< 0.88", BehaviourName.NotSilentJustBelow)]
    [InlineData("DatabaseDeadlocks", "> 0.1", "> 0.11", BehaviourName.NeverFires)]
    [InlineData("DWCPStreamOverflow", "* 0.9", "* 0.81", BehaviourName.NotSilentJustBelow)]
    // The comparator.
    [InlineData("ServiceDown", "== 0", "== 1", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("ServiceDown", "== 0", "> 0", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("HighMemoryUsage", "> 0.85", "< 0.85", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("DWCPHighLatency", "> 100", ">= 100", BehaviourName.NotSilentJustBelow)]
    [InlineData("CacheHighEvictionRate", "> 100", "< 100", BehaviourName.NotSilentWhenHealthy)]
    // For, one evaluation up and down.
    [InlineData("ServiceDown", "for: 1m", "for: 30s", BehaviourName.FiresEarly)]
    [InlineData("CacheDown", "for: 1m", "for: 90s", BehaviourName.FiresLate)]
    [InlineData("HighCPUUsage", "for: 5m", "for: 330s", BehaviourName.FiresLate)]
    [InlineData("DWCPPacketLoss", "for: 2m", "for: 90s", BehaviourName.FiresEarly)]
    [InlineData("DWCPPacketLoss", "for: 2m", "for: 1h", BehaviourName.NeverFires)]
    [InlineData("DatabaseReplicationLag", "for: 5m", "for: 270s", BehaviourName.FiresEarly)]
    // The window.
    [InlineData("CacheHighEvictionRate", "[5m]", "[6m]", BehaviourName.FiresLate)]
    [InlineData("CacheHighEvictionRate", "[5m]", "[4m]", BehaviourName.FiresEarly)]
    [InlineData("DatabaseHighTransactionRate", "[5m]", "[7m]", BehaviourName.FiresLate)]
    [InlineData("HighResponseTime", "[5m]", "[1m]", BehaviourName.FiresEarly)]
    [InlineData("PodRestartingFrequently", "[15m]", "[14m]", BehaviourName.NeverFires)]
    // A matcher.
    [InlineData("ServiceDown", "{job=\"novacron-api\"}", "", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("HighErrorRate", "status=~\"5..\", ", "", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("HighErrorRate", "status=~\"5..\"", "status=~\"500\"", null)]
    [InlineData("HighErrorRate", "status=~\"5..\", job=\"novacron-api\"", "status=~\"5..\"", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("HighResponseTime", "{job=\"novacron-api\"}", "", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("HighMemoryUsage", "container_spec_memory_limit_bytes{pod=~\"novacron-api-.*\", container!=\"\", container!=\"POD\"}", "container_spec_memory_limit_bytes{pod=~\"novacron-api-.*\", container!=\"\"}", null)]
    [InlineData("HighMemoryUsage", ", container!=\"\", container!=\"POD\"", ", container!=\"\"", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("HighMemoryUsage", ", container!=\"\", container!=\"POD\"", ", container!=\"POD\"", BehaviourName.FiresForOthers)]
    [InlineData("HighMemoryUsage", "pod=~\"novacron-api-.*\", ", "", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("HighCPUUsage", "{pod=~\"novacron-api-.*\"}", "", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("PodRestartingFrequently", "{pod=~\"novacron-api-.*\"}", "", BehaviourName.NotSilentWhenHealthy)]
    // The metric.
    [InlineData("CacheDown", "redis_up", "redis_is_up", BehaviourName.NeverFires)]
    [InlineData("DWCPBandwidthExhausted", "dwcp_bandwidth_available_bytes", "dwcp_bandwidth_bytes", BehaviourName.NeverFires)]
    [InlineData("CacheHighMemoryUsage", "redis_memory_used_bytes", "redis_memory_used_rss_bytes", BehaviourName.NeverFires)]
    [InlineData("DatabaseDeadlocks", "rate(", "increase(", BehaviourName.NotSilentWhenHealthy)]
    [InlineData("DatabaseSlowQueries", "pg_stat_statements_calls_total", "pg_stat_statements_rows_total", BehaviourName.NeverFires)]
    // Labels.
    [InlineData("HighErrorRate", "severity: critical", "severity: warning", BehaviourName.WrongLabels)]
    [InlineData("CacheDown", "component: cache", "component: redis", BehaviourName.WrongLabels)]
    [InlineData("HighCPUUsage", "(namespace, pod)", "(pod)", BehaviourName.WrongLabels)]
    [InlineData("HighCPUUsage", "(namespace, pod)", "(namespace)", BehaviourName.NeverFires)]
    [InlineData("HighResponseTime", "by (le)", "", BehaviourName.NeverFires)]
    [InlineData("DatabaseConnectionPoolExhausted", "sum by (instance) (", "sum(", BehaviourName.NeverFires)]
    // How it ends.
    [InlineData("DatabaseSlowQueries", "for: 5m", "for: 5m\n    keep_firing_for: 1m", BehaviourName.NotResolved)]
    [InlineData("DWCPHighLatency", "for: 5m", "for: 5m\n    keep_firing_for: 1h", BehaviourName.NotResolved)]
    [InlineData("DWCPHighLatency", "expr: dwcp_latency_milliseconds", "expr: max_over_time(dwcp_latency_milliseconds[2m])", BehaviourName.ForNotReset)]
    // What it tells.
    [InlineData("CacheHighEvictionRate", "{{ $value }} keys", "Many keys", BehaviourName.NoValue)]
    [InlineData("HighMemoryUsage", "Pod {{ $labels.pod }}", "A pod", BehaviourName.NoValue)]
    [InlineData("DWCPStreamOverflow", "{{ . | first | value }}", "", BehaviourName.NoValue)]
    [InlineData("DWCPHighLatency", "{{ $value }}ms", "{{ $labels.milliseconds }}{{ .Labels.no.such }}ms", BehaviourName.UnreadableAnnotation)]
    [InlineData("CacheHighMemoryUsage", "{{ $value | humanizePercentage }}", "{{ query `(` | first | value }}", BehaviourName.UnreadableAnnotation)]
    [InlineData("CacheLowHitRate", "summary: \"Cache hit rate is low\"", "title: \"Cache hit rate is low\"", BehaviourName.UnreadableAnnotation)]
    // The file.
    [InlineData("CacheHighMemoryUsage", "redis_memory_max_bytes", "redis_memory_max_bytes /", BehaviourName.NotLoaded)]
    public async Task An_edited_rule_is_found(string alert, string text, string replacement, string? check)
    {
        var edit = new RuleEdit(alert, text, replacement, "", "");
        using var edited = Edited(edit);

        var findings = (await SimulateAsync(edited.Folder, alert)).Findings;

        if (check is null)
        {
            findings.Should().BeEmpty("the edit changes nothing that happens");
        }
        else
        {
            findings.Should().Contain(f => f.Check == check && f.Subject == alert && f.Severity == Severity.Error, "found were {0}", string.Join(", ", findings.Select(f => f.Check)));
        }
    }

    // A text that stands in the rule more than once is replaced everywhere in it.
    private static EditedConfiguration Edited(RuleEdit edit)
    {
        var rule = edit.RuleIn(Path.Combine(Shipped, "corrected"));
        rule.Text.Should().Contain(edit.Text);
        return EditedConfiguration.Of("corrected", new TextEdit(rule.File, rule.Text, rule.Text.Replace(edit.Text, edit.Replacement, StringComparison.Ordinal)));
    }

    private async Task<BehaviourResult> SimulateAsync(string folder, params ImmutableArray<string> alerts)
    {
        var configuration = ConfigurationFolder.Load(folder);
        var scenarios = ScenarioCatalogue.Under(Systems.Load(folder), ScenarioCatalogue.Select(alerts));
        var result = alerts.IsEmpty
            ? await new ConfigurationSimulation(configuration, scenarios).RunAsync(promtool.Tester, CancellationToken.None)
            : await new BehaviourSimulation(promtool.Tester, configuration.Prometheus!.ExternalLabels).RunAsync(new SimulatedAlerts(configuration).Of(scenarios), CancellationToken.None);
        foreach (var finding in result.Findings)
        {
            output.WriteLine($"{finding.Position} {finding.Check} {finding.Subject}: {finding.Message}");
        }

        return result;
    }
}
