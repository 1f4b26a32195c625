using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Tests.Unit.Contracts;

/// <summary>Promises of the strategy that the tests of the judgement use.</summary>
internal static class SampleContracts
{
    public static readonly Channel PagerDuty = new("pagerduty", "YOUR_PAGERDUTY_KEY");
    public static readonly Channel Incidents = new("slack", "#incidents");
    public static readonly Channel Warnings = new("slack", "#alerts");
    public static readonly Channel Dwcp = new("slack", "#dwcp-protocol");

    private static readonly ImmutableArray<MessageField> SlackFields = [new("title"), new("Severity"), new("Component"), new("Alert"), new("Description")];

    public static AlertContract ServiceDown { get; } = new()
    {
        Alert = "ServiceDown",
        Component = "api",
        Severity = "critical",
        RuleFile = "application-alerts.yml",
        Signal = new Gauge("up", Matcher.Equal("job", "novacron-api")) { Unit = "up" },
        Comparator = Comparator.EqualTo,
        Threshold = 0,
        For = TimeSpan.FromMinutes(1),
        Receivers =
        [
            new("pagerduty-critical", PagerDuty, [new("description", "ServiceDown")]),
            new("slack-incidents", Incidents, SlackFields),
        ],
    };

    public static AlertContract DatabaseDeadlocks { get; } = Warning("DatabaseDeadlocks", "database", new Rate("pg_stat_database_deadlocks", TimeSpan.FromMinutes(5)) { Unit = "per second" }, 0.1, 5) with
    {
        RealTimeConstants = [new("statistics flush", TimeSpan.FromSeconds(1), "PostgreSQL flushes a backend's statistics once a second")],
    };

    public static AlertContract CacheHighEvictionRate { get; } =
        Warning("CacheHighEvictionRate", "cache", new Rate("redis_evicted_keys_total", TimeSpan.FromMinutes(5)) { Unit = "keys per second" }, 100, 5);

    public static AlertContract DwcpPacketLoss { get; } =
        Warning("DWCPPacketLoss", "dwcp", new Gauge("dwcp_packet_loss_rate") { Unit = "ratio" }, 0.01, 2) with
        {
            Receivers = [new("slack-alerts", Warnings, SlackFields), new("slack-dwcp", Dwcp, [new("title"), new("summary"), new("body")])],
        };

    public static AlertContract CacheLowHitRate { get; } =
        Warning("CacheLowHitRate", "cache", new Rate("redis_keyspace_hits_total", TimeSpan.FromMinutes(5)) { Unit = "ratio" }, 0.8, 10) with { Comparator = Comparator.Below };

    public static IEnumerable<AlertContract> All => [ServiceDown, DatabaseDeadlocks, CacheHighEvictionRate, DwcpPacketLoss, CacheLowHitRate];

    private static AlertContract Warning(string alert, string component, Signal signal, double threshold, double minutes) => new()
    {
        Alert = alert,
        Component = component,
        Severity = "warning",
        RuleFile = $"{component}-alerts.yml",
        Signal = signal,
        Comparator = Comparator.Above,
        Threshold = threshold,
        For = TimeSpan.FromMinutes(minutes),
        Receivers = [new("slack-alerts", Warnings, SlackFields)],
    };
}
