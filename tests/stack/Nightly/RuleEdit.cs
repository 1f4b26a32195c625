using System.Text.RegularExpressions;
using NovaCron.Validation.Tests.Stack.EndToEnd;

namespace NovaCron.Validation.Tests.Stack.Nightly;

/// <summary>An edit of one alert's rule that breaks its promise.</summary>
/// <param name="Alert">Alert.</param>
/// <param name="Text">Text of its rule.</param>
/// <param name="Replacement">What it becomes.</param>
/// <param name="Stage">Stage that must fail.</param>
/// <param name="Says">What the failure must name.</param>
internal sealed record RuleEdit(string Alert, string Text, string Replacement, string Stage, string Says)
{
    /// <summary>One for each alert, each of another kind where that is possible; none touches another alert's cell.</summary>
    public static IReadOnlyList<RuleEdit> All { get; } =
    [
        new("ServiceDown", "for: 1m", "for: 10m", "fires", "10m"),
        new("HighErrorRate", "> 0.01", "> 1.5", "fires", "1.5"),
        new("HighResponseTime", "by (le)", "", "silent", "the rule asks for something else"),
        new("HighMemoryUsage", "> 0.85", "> 0.5", "silent", "HighMemoryUsage"),
        new("HighCPUUsage", "rate(container_cpu_usage_seconds_total{pod=~\"novacron-api-.*\"}[5m])", "rate(container_cpu_usage_seconds_total{pod=~\"novacron-api-.*\"}[5m] offset 20m)", "fires", "neither pending nor firing"),
        new("PodRestartingFrequently", "severity: warning", "severity: critical", "routes", "pagerduty-critical"),
        new("DWCPHighLatency", "component: dwcp", "component: network", "routes", "slack-dwcp"),
        new("DWCPPacketLoss", "for: 2m", "for: 15s", "fires", "early"),
        new("DWCPBandwidthExhausted", "Bandwidth utilization at {{ $value | humanizePercentage }}", "", "renders", "Description"),
        new("DWCPLowCompressionRatio", "< 1.5", "< 0.5", "fires", "0.5"),
        new("DWCPStreamOverflow", "expr: dwcp_streams_active", "expr: dwcp_stream_active", "silent", "the rule asks for something else"),
        new("DatabaseConnectionPoolExhausted", "for: 2m", "for: 15s", "fires", "early"),
        new("DatabaseSlowQueries", "for: 5m", "for: 5m\n    keep_firing_for: 1h", "resolves", "resolve"),
        new("DatabaseReplicationLag", "> 30", "> 3000", "fires", "3000"),
        new("DatabaseHighTransactionRate", "[5m]", "[1h]", "fires", "neither pending nor firing"),
        new("DatabaseDeadlocks", "[5m]", "[1m]", "contract", "looks back over 1m"),
        new("CacheDown", "component: cache", "component: redis", "renders", "Component"),
        new("CacheHighMemoryUsage", "for: 5m", "for: 1h", "fires", "1h"),
        new("CacheLowHitRate", "severity: info", "severity: warning", "routes", "slack-monitoring"),
        new("CacheHighEvictionRate", "{{ $value }} keys", "Many keys", "contract", "does not tell $value"),
    ];

    /// <summary>The edit of the rule's text in a folder's rule files.</summary>
    /// <exception cref="InvalidOperationException">The text does not stand in the rule exactly once.</exception>
    public TextEdit In(string folder)
    {
        var (file, rule) = RuleIn(folder);
        return rule.Split(Text).Length == 2
            ? new TextEdit(file, rule, rule.Replace(Text, Replacement, StringComparison.Ordinal))
            : throw new InvalidOperationException($"'{Text}' does not stand in the rule of {Alert} exactly once");
    }

    /// <summary>The alert's rule in a folder's rule files, and the file that it stands in.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public (string File, string Text) RuleIn(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "rules")))
        {
            var rule = Regex.Match(File.ReadAllText(file), $@"- alert: {Alert}\n(?:(?!\n  - alert: ).)*", RegexOptions.Singleline).Value;
            if (rule.Length > 0)
            {
                return (Path.Combine("rules", Path.GetFileName(file)), rule);
            }
        }

        throw new InvalidOperationException($"there is no rule of {Alert}");
    }
}
