using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Routing;

/// <summary>Asks for labels that fulfil some matchers and none of several other sets of matchers.</summary>
/// <param name="required">Matchers that must be fulfilled.</param>
/// <param name="refused">Sets of matchers of which none must be fulfilled as a whole; an empty set always is.</param>
internal sealed class LabelProblem(IReadOnlyCollection<LabelMatcher> required, IReadOnlyCollection<ImmutableArray<LabelMatcher>> refused)
{
    private const int MostSteps = 50_000;

    private readonly ImmutableArray<ImmutableArray<LabelMatcher>> _refused = Open(required, refused);
    private readonly Dictionary<string, ImmutableArray<LabelValue>> _values = [];
    private readonly Dictionary<string, LabelValue> _chosen = [];
    private int _steps;

    /// <summary>Looks for labels.</summary>
    /// <param name="example">Labels that do; null where there are none or none were found.</param>
    public Reach Solve(out ImmutableSortedDictionary<string, string>? example)
    {
        example = null;
        var domains = required.Concat(_refused.SelectMany(r => r)).GroupBy(m => m.Name).Select(g => new LabelDomain(g.Key, [.. g])).ToList();
        if (Search(domains, d => d.Concrete))
        {
            example = _values.Keys.Select(name => (Name: name, Value: _chosen.GetValueOrDefault(name) ?? Plainest(_values[name])))
                .Where(l => l.Value.Text.Length > 0).ToImmutableSortedDictionary(l => l.Name, l => l.Value.Text, StringComparer.Ordinal);
            return Reach.Reachable;
        }

        // Without labels that are only assumed to be, the answer is a real no as long as the search came to its end.
        var isComplete = _steps < MostSteps && domains.All(d => d.Abstract is not null);
        var isAbstract = domains.Any(d => d.Abstract is null or { IsEmpty: false });
        return isComplete && (!isAbstract || (!Search(domains, d => [.. d.Concrete, .. d.Abstract!.Value]) && _steps < MostSteps)) ? Reach.Unreachable : Reach.Undecided;
    }

    // A required value settles every set that asks for another: of many routes by alert name, a route is left with few.
    private static ImmutableArray<ImmutableArray<LabelMatcher>> Open(IReadOnlyCollection<LabelMatcher> required, IReadOnlyCollection<ImmutableArray<LabelMatcher>> refused)
    {
        var values = required.Where(m => m.Operator == "=").DistinctBy(m => m.Name).ToDictionary(m => m.Name, m => m.Value);
        return [.. refused.Where(r => r.All(m => !values.TryGetValue(m.Name, out var value) || m.Matches(value)))];
    }

    // Where any value will do, the label is left out.
    private static LabelValue Plainest(ImmutableArray<LabelValue> values) => values.FirstOrDefault(v => v.Text.Length == 0) ?? values[0];

    private bool Search(List<LabelDomain> domains, Func<LabelDomain, ImmutableArray<LabelValue>> values)
    {
        _values.Clear();
        _chosen.Clear();
        _steps = 0;
        foreach (var domain in domains)
        {
            // What concerns one label alone is settled here, so that the search is left with what ties labels together.
            var own = required.Where(m => m.Name == domain.Name).ToList();
            var not = _refused.Where(r => r.Length > 0 && r.All(m => m.Name == domain.Name)).ToList();
            _values[domain.Name] = [.. values(domain).Where(v => own.TrueForAll(v.Fulfils) && !not.Exists(r => r.All(v.Fulfils)))];
        }

        return _values.Values.All(v => !v.IsEmpty) && Search([.. _refused.Where(r => r.Select(m => m.Name).Distinct().Count() != 1)], 0);
    }

    // Each refused set must fail at one of its matchers at least. It calls itself once for each label at most, since each call chooses a value for one.
    private bool Search(ImmutableArray<ImmutableArray<LabelMatcher>> open, int at)
    {
        while (at < open.Length && open[at].Any(m => _chosen.TryGetValue(m.Name, out var chosen) && !chosen.Fulfils(m)))
        {
            at++;
        }

        if (at == open.Length)
        {
            return true;
        }

        foreach (var matcher in open[at].Where(m => !_chosen.ContainsKey(m.Name)))
        {
            foreach (var value in _values[matcher.Name].Where(v => !v.Fulfils(matcher)))
            {
                if (++_steps >= MostSteps)
                {
                    return false;
                }

                _chosen[matcher.Name] = value;
                if (Search(open, at + 1))
                {
                    return true;
                }
            }

            _chosen.Remove(matcher.Name);
        }

        return false;
    }
}
