using System.Net;
using NovaCron.Validation.StandIns.Tls;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>
/// Plays Slack and PagerDuty. Environment: <c>TLS_CA_CERT</c> and <c>TLS_CA_KEY</c> (PEM files of the run's authority);
/// <c>HTTPS_PORT</c> (443) and <c>HTTP_PORT</c> (8080).
/// </summary>
internal static class ReceiversRole
{
    /// <summary>Runs until cancelled.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var settings = RoleSettings.OfProcess();
        using var certificate = await LeafCertificate.IssueAsync(
            settings, ["hooks.slack.com", "events.pagerduty.com", "receivers"], OwnAddresses.All(), cancellationToken);
        await using var app = ReceiversApp.Build(
            new IPEndPoint(IPAddress.Any, settings.Number("HTTPS_PORT", 443)),
            new IPEndPoint(IPAddress.Any, settings.Number("HTTP_PORT", 8080)),
            certificate, new RequestLog(), TimeProvider.System);
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
