using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Scenarios;

/// <summary>Who the strategy's section "Alertmanager Configuration" says must be told, and what their messages must say.</summary>
internal static class StrategyReceivers
{
    /// <summary>Critical alerts go to PagerDuty and to Slack #incidents.</summary>
    public static ImmutableArray<PromisedReceiver> Critical(string alert, string component, string summary) =>
    [
        new("pagerduty-critical", new Channel("pagerduty", "YOUR_PAGERDUTY_KEY"), [new("description", alert), new("severity", "critical")]),
        new("slack-incidents", new Channel("slack", "#incidents"),
            [.. Common(alert, "critical", component, summary), new("Runbook", "https://docs.novacron.local/runbooks/")]),
    ];

    /// <summary>Warnings go to Slack #alerts.</summary>
    public static ImmutableArray<PromisedReceiver> Warning(string alert, string component, string summary) =>
        [new("slack-alerts", new Channel("slack", "#alerts"), Common(alert, "warning", component, summary))];

    /// <summary>What is for information goes to Slack #monitoring.</summary>
    public static ImmutableArray<PromisedReceiver> Info(string alert) =>
        [new("slack-monitoring", new Channel("slack", "#monitoring"), [new("title", alert), new("text")])];

    /// <summary>DWCP alerts go to Slack #dwcp-protocol beside their severity's receiver.</summary>
    public static PromisedReceiver Dwcp(string alert, string summary) =>
        new("slack-dwcp", new Channel("slack", "#dwcp-protocol"), [new("title", alert), new("summary", summary), new("body")]);

    private static ImmutableArray<MessageField> Common(string alert, string severity, string component, string summary) =>
    [
        new("title", alert),
        new("Severity", severity),
        new("Component", component),
        new("Alert", summary),
        new("Description"),
    ];
}
