using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Reports.Html.Pictures;

/// <summary>Makes of the states of an alert's series the one state that people see: it fires where any of them fires, else it is pending where any is.</summary>
internal static class AlertStates
{
    /// <summary>Stretches of firing, and of pending where nothing fires, in order of time.</summary>
    public static ImmutableArray<Bar> Merge(IEnumerable<Bar> series)
    {
        var states = series.ToLookup(b => b.Kind == "firing");
        var firing = Joined(states[true]).ToArray();
        return [.. Joined(states[false]).SelectMany(p => Without(p, firing)).Concat(firing).OrderBy(b => b.From)];
    }

    private static IEnumerable<Bar> Joined(IEnumerable<Bar> bars)
    {
        Bar? open = null;
        foreach (var bar in bars.OrderBy(b => b.From))
        {
            if (open is { } before && bar.From <= before.To)
            {
                open = before with { To = Math.Max(before.To, bar.To) };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = bar;
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static IEnumerable<Bar> Without(Bar bar, IEnumerable<Bar> others)
    {
        var from = bar.From;
        foreach (var other in others.Where(o => o.From < bar.To && o.To > bar.From))
        {
            if (other.From > from)
            {
                yield return bar with { From = from, To = other.From };
            }

            from = Math.Max(from, other.To);
        }

        if (from < bar.To)
        {
            yield return bar with { From = from };
        }
    }
}
