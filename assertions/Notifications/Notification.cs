using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Notifications;

/// <summary>What a message says about its alerts.</summary>
public enum NotificationStatus
{
    /// <summary>The message does not say.</summary>
    Unknown,

    /// <summary>At least one alert of the group fires.</summary>
    Firing,

    /// <summary>All alerts of the group are resolved.</summary>
    Resolved,
}

/// <summary>A message that reached a receiver and was accepted, read as the receiver would read it.</summary>
public sealed record Notification
{
    /// <summary>When the last byte arrived, wall time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Order of arrival.</summary>
    public required long Sequence { get; init; }

    /// <summary>Where it arrived.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Firing or resolved.</summary>
    public required NotificationStatus Status { get; init; }

    /// <summary>What the status rests on: a field of the message, or the time of its arrival.</summary>
    public required string StatusEvidence { get; init; }

    /// <summary>Names of the alerts that it speaks of; empty when it names none.</summary>
    public required ImmutableArray<string> Alerts { get; init; }

    /// <summary>Its fields, in order; a name may come more than once, once per alert of the group.</summary>
    public required ImmutableArray<NotificationField> Fields { get; init; }

    /// <summary>Cell in which it arrived.</summary>
    public string Cell { get; init; } = "";

    /// <summary>All values of a field; names are compared without regard to case.</summary>
    public IEnumerable<string> Values(string name) =>
        Fields.Where(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Value);
}

/// <summary>A field of a message.</summary>
/// <param name="Name">Name as people see it.</param>
/// <param name="Value">Value, trimmed.</param>
public sealed record NotificationField(string Name, string Value);
