using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads <c>alertmanager.yml</c>.</summary>
internal static class AlertmanagerReader
{
    public static AlertmanagerFile Read(ConfigurationFile file) => Read(YamlFile.Parse(file));

    public static AlertmanagerFile Read(YamlFile yaml)
    {
        var root = yaml.RootMap();
        var global = root.Map("global");
        var receiverReader = new ReceiverReader((global ?? YamlMap.Empty(yaml)).ToNode());
        var receivers = root.Maps("receivers").Select(receiverReader.Read).ToImmutableArray();
        RefuseDuplicates(receivers);
        var route = root.Map("route")
            ?? throw new ConfigurationException(root.PositionOf("route"), "there is no 'route', so nobody is ever told anything; add one with a receiver");
        route.RequiredText("receiver", "the root route");
        return new AlertmanagerFile
        {
            File = yaml.File,
            ResolveTimeout = global?.Duration("resolve_timeout") ?? AlertmanagerFile.DefaultResolveTimeout,
            Route = new RouteReader(receivers.Select(r => r.Name).ToHashSet()).Read(route),
            Receivers = receivers,
            InhibitRules = [.. root.Maps("inhibit_rules").Select(ReadInhibitRule)],
            Global = global?.Fields() ?? [],
            TimeIntervals = ReadTimeIntervals(root),
            Templates = root.LocatedTexts("templates"),
            Extra = root.Fields("global", "route", "receivers", "inhibit_rules", "mute_time_intervals", "time_intervals", "templates"),
        };
    }

    private static InhibitRule ReadInhibitRule(YamlMap map) => new(
        MatcherReader.Read(map, "source_match", "source_match_re", "source_matchers"),
        MatcherReader.Read(map, "target_match", "target_match_re", "target_matchers"),
        [.. map.Texts("equal").Select(l => l.Text)],
        map.Position)
    {
        Name = map.Located("name"),
        EqualTexts = map.LocatedTexts("equal"),
        Extra = map.Fields("name", "equal", "source_match", "source_match_re", "source_matchers", "target_match", "target_match_re", "target_matchers"),
    };

    private static ImmutableArray<TimeInterval> ReadTimeIntervals(YamlMap root)
    {
        var intervals = root.Maps("mute_time_intervals").Concat(root.Maps("time_intervals")).Select(TimeIntervalReader.Read).ToImmutableArray();
        foreach (var same in intervals.GroupBy(i => i.Name.Value).Where(g => g.Count() > 1))
        {
            throw new ConfigurationException(same.Last().Position, $"the time interval '{same.Key}' is already defined on line {same.First().Position.Line}; rename or remove one");
        }

        return intervals;
    }

    private static void RefuseDuplicates(ImmutableArray<Receiver> receivers)
    {
        foreach (var same in receivers.GroupBy(r => r.Name).Where(g => g.Count() > 1))
        {
            throw new ConfigurationException(same.Last().Position, $"the receiver '{same.Key}' is already defined on line {same.First().Position.Line}; rename or remove one");
        }
    }
}
