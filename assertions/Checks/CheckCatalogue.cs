using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Promises;
using NovaCron.Validation.Assertions.Checks.Receivers;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>Every check.</summary>
public static class CheckCatalogue
{
    /// <summary>All of them, by family.</summary>
    public static ImmutableArray<ICheck> All { get; } =
    [
        new NoResolution(),
        new Promises.Receivers(),
        new NotificationTimes(),
        new InhibitedBy(),
    ];
}
