using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Contracts;
using NovaCron.Validation.Assertions.Checks.Expressions;
using NovaCron.Validation.Assertions.Checks.Inhibitions;
using NovaCron.Validation.Assertions.Checks.Logs;
using NovaCron.Validation.Assertions.Checks.Messages;
using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Checks.Promises;
using NovaCron.Validation.Assertions.Checks.Receivers;
using NovaCron.Validation.Assertions.Checks.Routes;
using NovaCron.Validation.Assertions.Checks.Rules;
using NovaCron.Validation.Assertions.Checks.Templates;
using NovaCron.Validation.Assertions.Checks.Thresholds;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>Every check.</summary>
public static class CheckCatalogue
{
    /// <summary>All of them, by family.</summary>
    public static ImmutableArray<ICheck> All { get; } =
    [
        new Missing(), new Differs(), new None(), new Promises.Receivers(), new NotificationTimes(), new Grouping(), new InhibitedBy(), new Message(),
        new Expressions.Refused(), new RateOfGauge(), new RawCounter(), new RangeTooShort(), new NeverTrue(), new AlwaysTrue(), new ImpossibleMatching(),
        new DividesByZero(), new VanishedTarget(), new WindowAgainstFor(), new OutOfReach(),
        new Unsupplied(), new UnknownJob(), new WrongTarget(), new NotInReference(),
        new ForBelowInterval(), new Duplicate(), new ExternalLabelConflict(), new Order(), new RecordingCycle(), new NoRunbook(),
        new Templates.Refused(), new LabelLost(), new WrongUnit(), new EmptyField(), new FieldNotCarried(), new UndefinedTemplate(), new UnknownField(),
        new Unreachable(), new Shadowed(), new Unmatched(), new DefaultOnly(), new GroupLabel(), new UndefinedTimeInterval(), new RepeatBelowInterval(),
        new Unused(), new NoDestination(), new Placeholder(), new NoResolution(),
        new LabelsLost(), new NeverHolds(), new Self(), new EqualEmpty(), new UnknownLabel(),
        new NoPath(), new UnknownMetaLabel(), new LabelNeverSet(),
    ];
}
