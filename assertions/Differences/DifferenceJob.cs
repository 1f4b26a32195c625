using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Differences;

/// <summary>Compares two configurations as the people on call would feel it.</summary>
public static class DifferenceJob
{
    /// <summary>Every difference: alerts in the order of their rules, then receivers, then inhibition.</summary>
    public static ImmutableArray<Difference> Of(CheckSubject before, CheckSubject now)
    {
        var (pairs, gone, added) = AlertPair.Of(before, now);
        return
        [
            .. gone.Select(r => new Difference("alert-gone", r.Alert, "nobody is told of it any more", r.Rule.Position)),
            .. added.Select(r => new Difference("alert-added", r.Alert, "is new", r.Rule.Position)),
            .. pairs.SelectMany(p => ConditionDifference.Of(p).Concat(TimingDifference.Of(p, before, now)).Concat(TextDifference.Of(p)).Concat(RoutingDifference.Of(p, before, now))),
            .. ReceiverDifference.Of(before, now),
            .. InhibitionDifference.Of(before, now),
        ];
    }
}
