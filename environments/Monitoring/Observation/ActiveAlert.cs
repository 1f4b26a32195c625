using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Observation;

/// <summary>An alert as <c>/api/v2/alerts</c> of Alertmanager shows it.</summary>
/// <param name="SeenAt">When it was asked.</param>
/// <param name="Labels">Labels, <c>alertname</c> among them.</param>
/// <param name="Annotations">Annotations as rendered by Prometheus.</param>
/// <param name="StartsAt">Start.</param>
/// <param name="EndsAt">End.</param>
/// <param name="Receivers">Names of the receivers that Alertmanager routes it to.</param>
/// <param name="State">active, suppressed or unprocessed.</param>
/// <param name="InhibitedBy">Fingerprints of the alerts that inhibit it.</param>
/// <param name="Fingerprint">Its own fingerprint.</param>
public sealed record ActiveAlert(
    DateTimeOffset SeenAt,
    ImmutableSortedDictionary<string, string> Labels,
    ImmutableSortedDictionary<string, string> Annotations,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    ImmutableArray<string> Receivers,
    string State,
    ImmutableArray<string> InhibitedBy,
    string Fingerprint);
