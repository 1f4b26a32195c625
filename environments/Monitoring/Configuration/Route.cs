using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A node of the route tree, with what it inherits from its parents filled in.</summary>
public sealed record Route
{
    /// <summary>The name in <c>group_by</c> that stands for all labels of an alert.</summary>
    public const string AllLabels = "...";

    /// <summary>Alertmanager's default for <c>group_wait</c>.</summary>
    public static readonly TimeSpan DefaultGroupWait = TimeSpan.FromSeconds(30);

    /// <summary>Alertmanager's default for <c>group_interval</c>.</summary>
    public static readonly TimeSpan DefaultGroupInterval = TimeSpan.FromMinutes(5);

    /// <summary>Alertmanager's default for <c>repeat_interval</c>.</summary>
    public static readonly TimeSpan DefaultRepeatInterval = TimeSpan.FromHours(4);

    /// <summary>Name of the receiver.</summary>
    public required string Receiver { get; init; }

    /// <summary>What an alert's labels must be to enter; all of them must match.</summary>
    public required ImmutableArray<LabelMatcher> Matchers { get; init; }

    /// <summary>Whether the siblings after it are tried too when it matched.</summary>
    public required bool Continue { get; init; }

    /// <summary>Labels whose values make a group; <c>...</c> alone stands for all.</summary>
    public required ImmutableArray<string> GroupBy { get; init; }

    /// <summary>Time from a group's first alert to its first message, documented time.</summary>
    public required TimeSpan GroupWait { get; init; }

    /// <summary>Time from a change in the group to the next message, documented time.</summary>
    public required TimeSpan GroupInterval { get; init; }

    /// <summary>Time until an unchanged group is told again, documented time.</summary>
    public required TimeSpan RepeatInterval { get; init; }

    /// <summary>Children, in the order in which they are tried.</summary>
    public required ImmutableArray<Route> Routes { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>Whether an alert's labels all make its group, so that every alert has a group of its own.</summary>
    public bool GroupsByAll => GroupBy is [AllLabels];

    /// <summary>Its own <c>receiver</c>, as written; null when it is inherited.</summary>
    public ConfigurationText? ReceiverText { get; init; }

    /// <summary>Its own <c>group_by</c>, as written; none when it is inherited.</summary>
    public ImmutableArray<ConfigurationText> GroupByTexts { get; init; } = [];

    /// <summary>Its own <c>group_wait</c>, as written; null when it is inherited.</summary>
    public ConfigurationText? GroupWaitText { get; init; }

    /// <summary>Its own <c>group_interval</c>, as written; null when it is inherited.</summary>
    public ConfigurationText? GroupIntervalText { get; init; }

    /// <summary>Its own <c>repeat_interval</c>, as written; null when it is inherited.</summary>
    public ConfigurationText? RepeatIntervalText { get; init; }

    /// <summary>Its own <c>continue</c>, as written; null when missing.</summary>
    public ConfigurationText? ContinueText { get; init; }

    /// <summary><c>mute_time_intervals</c>: names of times at which it tells nobody. They are not inherited.</summary>
    public ImmutableArray<ConfigurationText> MuteTimeIntervals { get; init; } = [];

    /// <summary><c>active_time_intervals</c>: names of the only times at which it tells anybody; none for always. They are not inherited.</summary>
    public ImmutableArray<ConfigurationText> ActiveTimeIntervals { get; init; } = [];

    /// <summary>What else stands in it; Alertmanager refuses such a route.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];

    /// <summary>This route and all below it, each before its children.</summary>
    public IEnumerable<Route> WithDescendants() => Routes.SelectMany(r => r.WithDescendants()).Prepend(this);
}
