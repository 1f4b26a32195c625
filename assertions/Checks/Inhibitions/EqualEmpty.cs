using NovaCron.Validation.Assertions.Checks.Labels;

namespace NovaCron.Validation.Assertions.Checks.Inhibitions;

/// <summary>A label of <c>equal</c> that neither side ever has: then it is equal, and keeps no two alerts apart.</summary>
public sealed class EqualEmpty : ICheck
{
    /// <inheritdoc/>
    public string Name => "inhibition/equal-empty";

    /// <inheritdoc/>
    public string About => "a label of equal that neither side ever has, so that the rule inhibits more than it seems to";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from pairs in subject.Inhibitions
        where pairs.MayEverHold
        from label in pairs.Rule.EqualTexts
        where pairs.Sources.Concat(pairs.Targets).All(a => a.Labels[label.Value].Presence == Presence.Never)
        let place = TextPlace.Of(label)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Warning,
            Subject = pairs.Name,
            Position = place.Position,
            Length = place.Length,
            Message = $"no alert that matches source or target has the label {label}, and a label that both lack is equal: it keeps no two alerts apart",
            Fix = "name a label that the alerts have, or leave it out",
        };
}
