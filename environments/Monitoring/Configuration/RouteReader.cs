using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads the route tree of <c>alertmanager.yml</c>.</summary>
/// <param name="receivers">The receivers that are defined.</param>
internal sealed class RouteReader(IReadOnlySet<string> receivers)
{
    public Route Read(YamlMap map, Route? parent = null)
    {
        var route = new Route
        {
            Receiver = ReadReceiver(map, parent),
            Matchers = MatcherReader.Read(map, "match", "match_re", "matchers"),
            Continue = map.Flag("continue") ?? false,
            GroupBy = ReadGroupBy(map, parent),
            GroupWait = map.Duration("group_wait") ?? parent?.GroupWait ?? Route.DefaultGroupWait,
            GroupInterval = map.Duration("group_interval") ?? parent?.GroupInterval ?? Route.DefaultGroupInterval,
            RepeatInterval = map.Duration("repeat_interval") ?? parent?.RepeatInterval ?? Route.DefaultRepeatInterval,
            Routes = [],
            Position = map.Position,
            ReceiverText = map.Located("receiver"),
            GroupByTexts = map.LocatedTexts("group_by"),
            GroupWaitText = map.Located("group_wait"),
            GroupIntervalText = map.Located("group_interval"),
            RepeatIntervalText = map.Located("repeat_interval"),
            ContinueText = map.Located("continue"),
            MuteTimeIntervals = map.LocatedTexts("mute_time_intervals"),
            ActiveTimeIntervals = map.LocatedTexts("active_time_intervals"),
            Extra = map.Fields(
                "receiver", "match", "match_re", "matchers", "continue", "group_by", "group_wait", "group_interval", "repeat_interval",
                "mute_time_intervals", "active_time_intervals", "routes"),
        };
        return route with { Routes = [.. map.Maps("routes").Select(child => Read(child, route))] };
    }

    private string ReadReceiver(YamlMap map, Route? parent)
    {
        var receiver = map.Text("receiver") is { Length: > 0 } name ? name : parent?.Receiver ?? "";
        return receivers.Contains(receiver)
            ? receiver
            : throw new ConfigurationException(map.PositionOfValue("receiver"), $"the route names the receiver '{receiver}', which 'receivers' does not define; define it or name another");
    }

    // Alertmanager takes an empty list for a missing one: it is inherited over, and only the root's means one group for all.
    private static ImmutableArray<string> ReadGroupBy(YamlMap map, Route? parent) =>
        map.Texts("group_by") is { Length: > 0 } own ? [.. own.Select(l => l.Text)] : parent?.GroupBy ?? [];
}
