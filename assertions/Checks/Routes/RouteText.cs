using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Routes;

/// <summary>What findings say of a route.</summary>
internal static class RouteText
{
    private const int MostNamed = 5;

    /// <summary>Where it names its receiver; else its first matcher, else its beginning.</summary>
    public static TextPlace Place(Route route) => route.ReceiverText is { } receiver ? TextPlace.Of(receiver)
        : new TextPlace(route.Matchers.IsEmpty ? route.Position : route.Matchers[0].Position, 0);

    /// <summary>It in few words: its matchers and its line.</summary>
    public static string Name(Route route) =>
        FormattableString.Invariant($"the route {(route.Matchers.IsEmpty ? "without matchers" : $"{{{string.Join(", ", route.Matchers)}}}")} on line {route.Position.Line}");

    /// <summary>Some names, the first ones where there are many.</summary>
    public static string List(IReadOnlyCollection<string> names) => names.Count <= MostNamed + 1
        ? string.Join(", ", names)
        : FormattableString.Invariant($"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more");
}
