using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Mutations.Operators;

namespace NovaCron.Validation.Assertions.Mutations;

/// <summary>Every kind of edit.</summary>
public static class MutatorCatalogue
{
    /// <summary>All of them: those of rules first, then those of routes and receivers.</summary>
    public static ImmutableArray<IMutator> All { get; } =
    [
        new Threshold(), new Comparator(), new Operators.Range(), new Matcher(), new Grouping(), new Metric(), new Function(), new For(), new Label(), new Annotation(),
        new Alert(), new Interval(), new RouteMatcher(), new RouteOrder(), new Continue(), new RouteReceiver(), new NotificationTime(), new GroupBy(), new Destination(),
        new MessageField(), new Inhibition(),
    ];
}
