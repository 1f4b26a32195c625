using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Promises;
using NovaCron.Validation.Assertions.Checks.Contracts;
using NovaCron.Validation.Assertions.Checks.Expressions;
using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Checks.Receivers;
using NovaCron.Validation.Assertions.Checks.Rules;
using NovaCron.Validation.Assertions.Checks.Thresholds;

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
        new Unsupplied(),
        new WrongTarget(),
        new NotInReference(),
        new Refused(),
        new RateOfGauge(),
        new RawCounter(),
        new RangeTooShort(),
        new NeverTrue(),
        new AlwaysTrue(),
        new ImpossibleMatching(),
        new DividesByZero(),
        new VanishedTarget(),
        new WindowAgainstFor(),
        new OutOfReach(),
        new ForBelowInterval(),
        new Duplicate(),
        new ExternalLabelConflict(),
        new Order(),
        new RecordingCycle(),
        new NoRunbook(),
        new Missing(),
        new Differs(),
        new None(),
    ];
}
