using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.BlindSpots;

/// <summary>
/// Evidence of made-up incidents. Instants are documented seconds after a zero; N is 25. All is well from 0, the incident lasts from 900 to 2700,
/// observation ends at 3200, and a pulse comes every 240 s.
/// </summary>
internal static class Incidents
{
    public const int Begin = 900;
    public const int Over = 2700;
    public const int End = 3200;
    public static readonly DateTimeOffset Zero = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600);
    public static readonly Channel Pager = new("pagerduty", "KEY");
    public static readonly Channel Alerts = new("slack", "#alerts");
    private static readonly TimeScale Scale = new(25);

    public static SpotPromise Promise { get; } = new()
    {
        Spot = "some-spot",
        Done = "something is done",
        ShouldBeTold = "the cache is down",
        NamedBy = ["CacheDown"],
        Symptoms = ImmutableSortedDictionary<string, string>.Empty.Add("HighErrorRate", "users get errors"),
        ClosedBy = "CacheUnreachable",
    };

    /// <summary>An incident of which nothing was told while the pulse went on.</summary>
    public static SpotEvidence Silent(SpotPromise? promise = null) => new()
    {
        Promise = promise ?? Promise,
        Scale = Scale,
        Phases = new SpotPhases { QuietStart = At(0), Injected = At(Begin), Effective = At(Begin), Removed = At(Over), Gone = At(Over), End = At(End) },
        LoadedRules = [Rule("CacheDown"), Rule("CacheHighMemoryUsage"), Rule("HighErrorRate")],
        Requests = [.. Enumerable.Range(0, 14).Select(i => Pulse(i * 240))],
        Receivers = ImmutableDictionary<Channel, ReceiverOfChannel>.Empty
            .Add(Pager, new ReceiverOfChannel("pagerduty-critical", SendsResolved: true))
            .Add(Alerts, new ReceiverOfChannel("slack-alerts", SendsResolved: false)),
    };

    /// <summary>The incident with messages in addition.</summary>
    public static SpotEvidence With(this SpotEvidence evidence, params IEnumerable<ReceivedRequest> requests) => evidence with { Requests = [.. evidence.Requests, .. requests] };

    /// <summary>The incident with an alert in a state in addition, at every evaluation from one instant to another.</summary>
    public static SpotEvidence With(this SpotEvidence evidence, string alert, string state, int from, int to) => evidence with
    {
        Alerts = [.. evidence.Alerts, new Series(Rules.Map(("alertname", alert), ("alertstate", state)), [.. Enumerable.Range(0, ((to - from) / 30) + 1).Select(i => new Sample(At(from + (i * 30)), 1))])],
    };

    public static ReceivedRequest Page(string alert, int at, bool resolved = false) => Bodies.PagerDuty(at, At(at), Pager.Address, alert, resolved ? "resolve" : "trigger");

    public static ReceivedRequest Slack(string alert, int at, bool resolved = false) =>
        Bodies.Slack(at, At(at), Alerts.Address, alert, $"[{(resolved ? "RESOLVED" : "FIRING:1")}] {alert}", "text");

    public static ReceivedRequest Pulse(int at) => Bodies.Slack(at, At(at), "#monitoring", "PipelinePulse", "[FIRING:1] PipelinePulse", "text");

    public static DateTimeOffset At(int documented) => Zero + Scale.ToWall(TimeSpan.FromSeconds(documented));

    private static LoadedRule Rule(string alert) => new(
        "g", "f", Scale.ToWall(TimeSpan.FromSeconds(30)), alert, "x", Scale.ToWall(TimeSpan.FromMinutes(1)), Rules.Map(), Rules.Map(), "ok", "");
}
