using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Labels;

/// <summary>The labels of an alert as far as they are certain, and whether that is enough for a question.</summary>
internal static class KnownLabels
{
    /// <summary>The labels that every alert of a rule has, each with its only value.</summary>
    public static ImmutableSortedDictionary<string, string> Of(LabelFlow flow) =>
        flow.Named.Where(l => flow[l] is { Presence: Presence.Always, Value: not null }).ToImmutableSortedDictionary(l => l, l => flow[l].Value!, StringComparer.Ordinal);

    /// <summary>Whether a label is certain: there with one value, or surely not there.</summary>
    public static bool IsCertain(LabelFlow flow, string label) => flow[label] is { Presence: Presence.Never } or { Presence: Presence.Always, Value: not null };

    /// <summary>Whether all that matchers ask is certain.</summary>
    public static bool AreCertain(LabelFlow flow, IEnumerable<LabelMatcher> matchers) => matchers.All(m => IsCertain(flow, m.Name));
}
