using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;
using YamlDotNet.RepresentationModel;

namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>Gathers the places of a file's durations. A place that an alias names again counts once.</summary>
internal sealed class DurationSites(YamlFile yaml)
{
    private readonly List<DurationSite> sites = [];
    private readonly HashSet<int> seen = [];

    /// <summary>The places, in the order of the text.</summary>
    public IReadOnlyList<DurationSite> InOrder => [.. sites.OrderBy(s => s.Offset)];

    /// <summary>Gathers the duration under a key; zero and missing ones need no change.</summary>
    public void AddSetting(YamlMap map, string key, string what)
    {
        if (map.Duration(key) is not { Ticks: > 0 } value || !map.TryGet(key, out var node))
        {
            return;
        }

        var source = new ScalarSource(yaml.File, (YamlScalarNode)node);
        Add(source, 0, source.Value.Length, what, value);
    }

    /// <summary>Gathers the ranges, subquery steps and offsets of the expression under a key.</summary>
    public void AddExpression(YamlMap map, string key, string what)
    {
        if (map.Text(key) is not { } expression || !map.TryGet(key, out var node))
        {
            return;
        }

        var durations = TimesInExpression.Find(expression).Where(t => t.Value > TimeSpan.Zero).ToList();
        if (durations.Count == 0)
        {
            return;
        }

        var source = new ScalarSource(yaml.File, (YamlScalarNode)node);
        foreach (var (place, value) in durations)
        {
            Add(source, place.Start, place.Length, what, value);
        }
    }

    /// <summary>Gathers defaults that a mapping leaves out, to be put at its head.</summary>
    public void AddDefaults(YamlMap map, IReadOnlyList<(string Key, TimeSpan Value)> defaults) =>
        AddMissing(SectionHead.Of(yaml, map.Node), [.. defaults.Where(d => !map.TryGet(d.Key, out _))]);

    /// <summary>Gathers defaults that a section of the root leaves out, with the section itself where it is missing.</summary>
    public void AddDefaults(YamlMap root, string section, IReadOnlyList<(string Key, TimeSpan Value)> defaults)
    {
        if (root.Map(section) is { } map)
        {
            AddDefaults(map, defaults);
        }
        else
        {
            AddMissing(SectionHead.OfMissing(yaml, root, section), defaults);
        }
    }

    private void AddMissing(SectionHead head, IReadOnlyList<(string Key, TimeSpan Value)> missing)
    {
        for (var i = 0; i < missing.Count; i++)
        {
            var (key, value) = missing[i];
            sites.Add(new DurationSite(i == 0 ? head.Offset : head.Offset + head.Length, i == 0 ? head.Length : 0, key, PrometheusDuration.Format(value), value)
            {
                Before = (i == 0 ? head.Open : "") + key + ": ",
                Behind = i == missing.Count - 1 ? head.Close : head.Between,
                IsDefault = true,
            });
        }
    }

    private void Add(ScalarSource source, int offset, int length, string what, TimeSpan value)
    {
        var place = source.PlaceOf(offset, length);
        if (seen.Add(place.Offset))
        {
            sites.Add(new DurationSite(place.Offset, place.Length, what, source.Value.Substring(offset, length), value));
        }
    }
}
