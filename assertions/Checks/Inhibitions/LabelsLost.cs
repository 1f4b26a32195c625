using NovaCron.Validation.Assertions.Checks.Labels;

namespace NovaCron.Validation.Assertions.Checks.Inhibitions;

/// <summary>An alert that is never inhibited, since an aggregation drops a label in which the two must agree.</summary>
public sealed class LabelsLost : ICheck
{
    /// <inheritdoc/>
    public string Name => "inhibition/labels-lost";

    /// <inheritdoc/>
    public string About => "an alert that is never inhibited, since an aggregation drops a label of equal that the other one has";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) => subject.Inhibitions.SelectMany(Find).DistinctBy(f => (f.Subject, f.Position));

    private IEnumerable<Finding> Find(InhibitPairs pairs)
    {
        foreach (var target in pairs.Targets.Where(t => t.AsTarget == Certainty.Yes))
        {
            // Where another source may still inhibit it, nothing is said.
            if (!pairs.SourcesFor(target).Any(s => !ReferenceEquals(s, target)) && Others(pairs, target).Select(s => Lost(pairs, s, target)).FirstOrDefault(l => l is not null) is { } lost)
            {
                yield return lost;
            }
        }
    }

    private static IEnumerable<InhibitSide> Others(InhibitPairs pairs, InhibitSide target) =>
        pairs.Sources.Where(s => s.AsSource == Certainty.Yes && !ReferenceEquals(s, target) && !InhibitPairs.AreBothBoth(s, target) && DifferByLossOnly(s, target));

    // Two values that differ would keep them apart all the same.
    private static bool DifferByLossOnly(InhibitSide source, InhibitSide target)
    {
        for (var i = 0; i < target.Equal.Length; i++)
        {
            var (one, other) = (source.Equal[i], target.Equal[i]);
            if (one.Presence != Presence.Never && other.Presence != Presence.Never && FlowMatching.SurelyDiffer(one, other))
            {
                return false;
            }
        }

        return true;
    }

    private Finding? Lost(InhibitPairs pairs, InhibitSide source, InhibitSide target)
    {
        var losses = pairs.Unequal(source, target).Select(l => (Label: l, Side: target.Equal[pairs.Rule.Equal.IndexOf(l)].Presence == Presence.Never ? target : source))
            .Select(l => (l.Label, l.Side, Loss: LossOf(l.Side, l.Label))).ToList();
        return losses.Exists(l => l.Loss is null) ? null
            : Finding(source, target, losses[0].Label, losses[0].Side, losses[0].Loss!);
    }

    private Finding Finding(InhibitSide source, InhibitSide target, string label, InhibitSide side, LabelLoss loss)
    {
        var place = TextPlace.Of(side.Rule.Expression.PositionOf, loss.Range.Start, loss.Range.End);
        var isTarget = ReferenceEquals(side, target);
        return new Finding
        {
            Check = Name,
            Severity = Severity.Error,
            Subject = target.Alert,
            Position = place.Position,
            Length = place.Length,
            Message = isTarget
                ? $"{source.Alert} never inhibits it: they must agree in {label}, which {loss.Words} drops here and {source.Alert} has"
                : $"{source.Alert} never inhibits {target.Alert}: they must agree in {label}, which {loss.Words} drops here and {target.Alert} has",
            Fix = loss.Aggregation is { Without: false, Grouping.IsEmpty: false } ? $"add {label} to by" : $"keep {label}, as with by ({label})",
        };
    }

    private static LabelLoss? LossOf(InhibitSide side, string label) =>
        side.Rule.Expression.Root is { } root && LabelLoss.Of(root, label, side.Rule.Expression.Source) is { Aggregation: not null } loss ? loss : null;
}
