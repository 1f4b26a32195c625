using NovaCron.Validation.Assertions.Checks.Values;

namespace NovaCron.Validation.Assertions.Checks.Rules;

/// <summary>Recording rules that need each other, so that none of them ever has a value.</summary>
public sealed class RecordingCycle : ICheck
{
    /// <inheritdoc/>
    public string Name => "rule/recording-cycle";

    /// <inheritdoc/>
    public string About => "recording rules that need each other, so that none of them ever has a value";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var names = subject.Recordings.Select(r => r.Rule.Name).ToHashSet(StringComparer.Ordinal);
        var rules = subject.Recordings.Select(r => (r.Rule, Needs: r.Expression.Root is { } root ? Needs.Of(root).Where(names.Contains).ToList() : [])).ToList();
        var unfounded = Unfounded([.. rules.Select(r => (r.Rule.Name, r.Needs))]);
        var edges = rules.ToLookup(r => r.Rule.Name, r => r.Needs);
        return from rule in rules
               where unfounded.Contains(rule.Rule.Name)
               let path = Cycle(rule.Rule.Name, edges, unfounded)
               where path is not null
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Error,
                   Subject = rule.Rule.Name,
                   Position = rule.Rule.NamePosition,
                   Length = rule.Rule.Name.Length,
                   Message = $"it never has a value, since {string.Join(", ", path.Zip(path.Skip(1), (a, b) => $"{a} needs {b}"))}",
                   Fix = "record one of them from what is scraped",
               };
    }

    // A name is founded when a rule for it needs founded names only.
    private static HashSet<string> Unfounded(List<(string Name, List<string> Needs)> rules)
    {
        var founded = new HashSet<string>(StringComparer.Ordinal);
        var waiting = rules.Select(r => r.Needs.Count).ToArray();
        var needing = rules.SelectMany((r, index) => r.Needs.Select(n => (Need: n, Index: index))).ToLookup(n => n.Need, n => n.Index);
        var open = new Queue<string>(rules.Where(r => r.Needs.Count == 0).Select(r => r.Name));
        while (open.TryDequeue(out var name))
        {
            if (founded.Add(name))
            {
                foreach (var index in needing[name].Where(i => --waiting[i] == 0))
                {
                    open.Enqueue(rules[index].Name);
                }
            }
        }

        return [.. rules.Select(r => r.Name).Where(n => !founded.Contains(n))];
    }

    // The shortest way from a name back to itself; null where it only needs names that do.
    private static List<string>? Cycle(string start, ILookup<string, List<string>> needs, HashSet<string> unfounded)
    {
        var from = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var name))
        {
            foreach (var next in needs[name].SelectMany(n => n).Where(unfounded.Contains))
            {
                if (next == start)
                {
                    return Path(start, name, from);
                }

                if (from.TryAdd(next, name))
                {
                    open.Enqueue(next);
                }
            }
        }

        return null;
    }

    private static List<string> Path(string start, string last, Dictionary<string, string> from)
    {
        var path = new List<string> { start };
        for (var at = last; at != start; at = from[at])
        {
            path.Insert(0, at);
        }

        return [start, .. path];
    }
}
