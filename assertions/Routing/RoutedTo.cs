using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Routing;

/// <summary>Where an alert ends up: a route that takes it, and the group that it joins there.</summary>
/// <param name="Route">The route; its receiver and its times are those that hold, inherited or not.</param>
/// <param name="Path">The way from the root to the route, for people: <c>route > routes[1] {severity="critical"}</c>.</param>
/// <param name="GroupLabels">The labels by which it is grouped, without those that the alert does not have; all of its labels where the route groups by <c>...</c>.</param>
public sealed record RoutedTo(Route Route, string Path, ImmutableSortedDictionary<string, string> GroupLabels)
{
    /// <summary>Name of the receiver.</summary>
    public string Receiver => Route.Receiver;
}
