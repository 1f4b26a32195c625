using System.Text.Json;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Stages;

/// <summary>Requests as Alertmanager sends them.</summary>
internal static class Bodies
{
    public static ReceivedRequest Of(AlertContract contract, Channel channel, long sequence, DateTimeOffset at, bool resolved)
    {
        var text = $"*Severity:* {contract.Severity}\n*Component:* {contract.Component}\n\n*Alert:* a summary\n*Description:* a description\n*Runbook:* https://runbooks/x\n";
        var dwcp = "\n*a summary*\na description\n";
        return channel.Protocol == "pagerduty"
            ? PagerDuty(sequence, at, channel.Address, contract.Alert, resolved ? "resolve" : "trigger")
            : Slack(sequence, at, channel.Address, $"ALERT: {contract.Alert}", $"[{(resolved ? "RESOLVED" : "FIRING:1")}] {contract.Alert} (x)", channel.Address == "#dwcp-protocol" ? dwcp : text);
    }

    public static ReceivedRequest Slack(long sequence, DateTimeOffset at, string channel, string title, string? fallback, string text) =>
        Request(sequence, at, "hooks.slack.com", "/services/YOUR/WEBHOOK/URL", new
        {
            channel,
            username = "Alertmanager",
            attachments = new[] { new { title, text, fallback = fallback ?? "", color = "warning" } },
        });

    public static ReceivedRequest PagerDuty(long sequence, DateTimeOffset at, string key, string description, string eventType) =>
        Request(sequence, at, "events.pagerduty.com", "/generic/2010-04-15/create_event.json", new
        {
            service_key = key,
            incident_key = "abc",
            event_type = eventType,
            description,
            details = new { firing = "1", resolved = "0" },
        });

    public static ReceivedRequest Request(long sequence, DateTimeOffset at, string host, string path, object body, int status = 200) =>
        new(sequence, at, host, "POST", path, Rules.Map(("content-type", "application/json")), body as string ?? JsonSerializer.Serialize(body), status);
}
