using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads <c>alertmanager.yml</c>.</summary>
internal static class AlertmanagerReader
{
    public static AlertmanagerFile Read(ConfigurationFile file)
    {
        var root = YamlFile.Parse(file).RootMap();
        var receivers = root.Maps("receivers").Select(ReadReceiver).ToImmutableArray();
        RefuseDuplicates(receivers);
        var route = root.Map("route")
            ?? throw new ConfigurationException(root.PositionOf("route"), "there is no 'route', so nobody is ever told anything; add one with a receiver");
        route.RequiredText("receiver", "the root route");
        return new AlertmanagerFile
        {
            File = file,
            ResolveTimeout = root.Map("global")?.Duration("resolve_timeout") ?? AlertmanagerFile.DefaultResolveTimeout,
            Route = ReadRoute(route, parent: null, receivers),
            Receivers = receivers,
            InhibitRules = [.. root.Maps("inhibit_rules").Select(ReadInhibitRule)],
        };
    }

    private static Route ReadRoute(YamlMap map, Route? parent, ImmutableArray<Receiver> receivers)
    {
        var receiver = map.Text("receiver") is { Length: > 0 } name ? name : parent?.Receiver ?? "";
        if (receivers.All(r => r.Name != receiver))
        {
            throw new ConfigurationException(map.PositionOfValue("receiver"), $"the route names the receiver '{receiver}', which 'receivers' does not define; define it or name another");
        }

        var route = new Route
        {
            Receiver = receiver,
            Matchers = MatcherReader.Read(map, "match", "match_re", "matchers"),
            Continue = map.Flag("continue") ?? false,
            GroupBy = map.TryGet("group_by", out _) ? [.. map.Texts("group_by").Select(l => l.Text)] : parent?.GroupBy ?? [],
            GroupWait = map.Duration("group_wait") ?? parent?.GroupWait ?? Route.DefaultGroupWait,
            GroupInterval = map.Duration("group_interval") ?? parent?.GroupInterval ?? Route.DefaultGroupInterval,
            RepeatInterval = map.Duration("repeat_interval") ?? parent?.RepeatInterval ?? Route.DefaultRepeatInterval,
            Routes = [],
            Position = map.Position,
        };
        return route with { Routes = [.. map.Maps("routes").Select(child => ReadRoute(child, route, receivers))] };
    }

    private static Receiver ReadReceiver(YamlMap map)
    {
        var name = map.RequiredText("name", "a receiver");
        var kinds = map.Keys.Where(k => k.EndsWith("_configs", StringComparison.Ordinal));
        return new Receiver(name, [.. kinds.SelectMany(kind => map.Maps(kind).Select(i => ReadIntegration(kind[..^"_configs".Length], i)))], map.Position);
    }

    private static Integration ReadIntegration(string kind, YamlMap map)
    {
        var settings = map.Keys
            .Where(k => map.TryGet(k, out var value) && value is YamlDotNet.RepresentationModel.YamlScalarNode)
            .ToImmutableSortedDictionary(k => k, k => map.Text(k) ?? "", StringComparer.Ordinal);
        string[] addresses = kind switch
        {
            "slack" => ["channel"],
            "pagerduty" => ["routing_key", "service_key"],
            "email" => ["to"],
            _ => ["url"],
        };
        var address = addresses.Select(a => settings.GetValueOrDefault(a, "")).FirstOrDefault(a => a.Length > 0) ?? "";
        return new Integration(kind, address, map.Flag("send_resolved") ?? SendsResolvedByDefault(kind), settings, map.Position);
    }

    // The defaults of Alertmanager's notifier configurations: chat and mail stay silent, incident systems and webhooks do not.
    private static bool SendsResolvedByDefault(string kind) => kind is not ("slack" or "email" or "wechat" or "rocketchat");

    private static InhibitRule ReadInhibitRule(YamlMap map) => new(
        MatcherReader.Read(map, "source_match", "source_match_re", "source_matchers"),
        MatcherReader.Read(map, "target_match", "target_match_re", "target_matchers"),
        [.. map.Texts("equal").Select(l => l.Text)],
        map.Position);

    private static void RefuseDuplicates(ImmutableArray<Receiver> receivers)
    {
        foreach (var same in receivers.GroupBy(r => r.Name).Where(g => g.Count() > 1))
        {
            throw new ConfigurationException(same.Last().Position, $"the receiver '{same.Key}' is already defined on line {same.First().Position.Line}; rename or remove one");
        }
    }
}
