using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>
/// Parts a cell's evidence at the start of the inhibition phase, in which the alert is made to fire a second time: neither half may be judged by what
/// belongs to the other.
/// </summary>
public static class EvidenceSlices
{
    /// <summary>What was observed until the inhibition phase; all of it where there was none.</summary>
    public static CellEvidence MainChain(this CellEvidence evidence) =>
        evidence.Phases.InhibitionStart is { } start ? evidence.Between(DateTimeOffset.MinValue, start) : evidence;

    /// <summary>What was observed in the inhibition phase until the first roll-back in it; all of the evidence where there was no such phase.</summary>
    public static CellEvidence Inhibition(this CellEvidence evidence) =>
        evidence.Phases.InhibitionStart is { } start ? evidence.Between(start, evidence.Phases.InhibitionEnd ?? evidence.Phases.End ?? DateTimeOffset.MaxValue) : evidence;

    private static CellEvidence Between(this CellEvidence evidence, DateTimeOffset from, DateTimeOffset to)
    {
        return evidence with
        {
            Phases = evidence.Phases with { End = to },
            Alerts = Cut(evidence.Alerts),
            RuleSignal = Cut(evidence.RuleSignal),
            RuleCondition = Cut(evidence.RuleCondition),
            ContractSignal = Cut(evidence.ContractSignal),
            Requests = [.. evidence.Requests.Where(r => IsIn(r.ReceivedAt))],
            ActiveAlerts = [.. evidence.ActiveAlerts.Where(a => IsIn(a.SeenAt))],
        };

        bool IsIn(DateTimeOffset at) => at >= from && at <= to;

        ImmutableArray<Series> Cut(ImmutableArray<Series> series) =>
            [.. series.Select(s => s with { Samples = [.. s.Samples.Where(x => IsIn(x.At))] }).Where(s => !s.Samples.IsEmpty)];
    }
}
