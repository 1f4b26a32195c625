using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Labels;

/// <summary>Asks matchers of labels of which not all is known.</summary>
public static class FlowMatching
{
    /// <summary>Whether alerts with such labels fulfil all of some matchers.</summary>
    public static Certainty Fulfils(this LabelFlow flow, ImmutableArray<LabelMatcher> matchers)
    {
        // Every alert is asked about every route: no step of it may cost more than it must.
        var all = Certainty.Yes;
        for (var i = 0; i < matchers.Length && all != Certainty.No; i++)
        {
            var one = Fulfils(flow[matchers[i].Name], matchers[i]);
            all = one < all ? one : all;
        }

        return all;
    }

    /// <summary>Whether a label fulfils a matcher.</summary>
    public static Certainty Fulfils(LabelFact fact, LabelMatcher matcher)
    {
        var empty = Certain(matcher.Matches(""));
        return fact switch
        {
            { Presence: Presence.Never } => empty,
            { Presence: Presence.Always, Value: { } value } => Certain(matcher.Matches(value)),
            { Presence: Presence.Always } => OfAnyText(matcher),
            { Value: { } value } => Certain(matcher.Matches(value)) == empty ? empty : Certainty.Maybe,
            _ => OfAnyText(matcher) == empty ? empty : Certainty.Maybe,
        };
    }

    /// <summary>Whether two labels are surely not equal.</summary>
    public static bool SurelyDiffer(LabelFact a, LabelFact b) => (a, b) switch
    {
        ({ Presence: Presence.Always, Value: { } one }, { Presence: Presence.Always, Value: { } other }) => one != other,
        ({ Presence: Presence.Always }, { Presence: Presence.Never }) or ({ Presence: Presence.Never }, { Presence: Presence.Always }) => true,
        _ => false,
    };

    // Every text that is not empty.
    private static Certainty OfAnyText(LabelMatcher matcher) => matcher switch
    {
        { Pattern: { } pattern } when pattern.MatchesAll || pattern.MatchesAllButEmpty => Certain(!matcher.IsNegative),
        { Pattern.Texts: { } texts } when texts.All(t => t.Length == 0) => Certain(matcher.IsNegative),
        { Pattern: null, Value.Length: 0 } => Certain(matcher.IsNegative),
        _ => Certainty.Maybe,
    };

    private static Certainty Certain(bool answer) => answer ? Certainty.Yes : Certainty.No;
}
