using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Assertions.BlindSpots;

/// <summary>What happened around an incident, read out of its evidence once.</summary>
internal sealed class SpotTimeline
{
    private static readonly TimeSpan StrategyInterval = TimeSpan.FromSeconds(30);
    private static readonly string[] Probes = [HeartbeatRule.AlertName, PulseRule.AlertName];
    private readonly SpotEvidence _evidence;

    public SpotTimeline(SpotEvidence evidence)
    {
        _evidence = evidence;
        Noise = [.. Alerts.Where(a => !Probes.Contains(a) && Of(a).Firing.Any(i => i.Start < Injected)).Order(StringComparer.Ordinal)];
        var known = Alerts.Concat(evidence.LoadedRules.Select(r => r.Name)).Concat(Probes).ToHashSet();
        Messages = [.. evidence.Requests.Where(r => r.StatusCode is >= 200 and < 300).OrderBy(r => r.ReceivedAt).ThenBy(r => r.Sequence)
            .Select(r => NotificationParser.Parse(r, known))
            .Select(n => n.Alerts is [var alert, ..] ? NotificationLog.Timed(n, alert, Of(alert)) : n)];
    }

    /// <summary>The first fault was asked for; never, where it was not reached.</summary>
    public DateTimeOffset Injected => _evidence.Phases.Injected ?? DateTimeOffset.MaxValue;

    /// <summary>The end of observation.</summary>
    public DateTimeOffset End => _evidence.Phases.End ?? DateTimeOffset.MinValue;

    /// <summary>Alerts that fired while all was well.</summary>
    public ImmutableArray<string> Noise { get; }

    /// <summary>Every accepted message, in order of arrival, each with a status.</summary>
    public ImmutableArray<Notification> Messages { get; }

    /// <summary>Arrivals of the pipeline's pulse, in order.</summary>
    public IEnumerable<DateTimeOffset> Pulses => Messages.Where(m => m.Alerts.Contains(PulseRule.AlertName)).Select(m => m.At);

    /// <summary>Messages of one status since an instant that speak of an alert of the configuration which was silent while all was well, alert by alert.</summary>
    public IEnumerable<(string Alert, Notification Message)> Since(DateTimeOffset from, NotificationStatus status) =>
        from message in Messages
        where message.At >= @from && message.Status == status
        from alert in message.Alerts
        where !Probes.Contains(alert) && !Noise.Contains(alert)
        select (alert, message);

    /// <summary>When an alert was pending and firing.</summary>
    public AlertTimeline Of(string alert)
    {
        var interval = _evidence.LoadedRules.FirstOrDefault(r => r.Name == alert)?.Interval ?? _evidence.Scale.ToWall(StrategyInterval);
        return AlertTimeline.Of(alert, _evidence.Alerts, interval, _evidence.Phases.End);
    }

    private IEnumerable<string> Alerts => _evidence.Alerts.Select(s => s.Label("alertname")).Distinct();
}
