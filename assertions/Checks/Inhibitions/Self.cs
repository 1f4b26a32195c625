using NovaCron.Validation.Assertions.Checks.Labels;

namespace NovaCron.Validation.Assertions.Checks.Inhibitions;

/// <summary>An inhibition rule whose source and target are the same alerts, none of which inhibits another.</summary>
public sealed class Self : ICheck
{
    /// <inheritdoc/>
    public string Name => "inhibition/self";

    /// <inheritdoc/>
    public string About => "an inhibition rule whose source and target match the same alerts, so that it does nothing";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from pairs in subject.Inhibitions
        where IsTrap(pairs)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Warning,
            Subject = pairs.Name,
            Position = pairs.Rule.Position,
            Message = $"source and target match the same alerts ({Routes.RouteText.List([.. pairs.Targets.Select(t => t.Alert).Distinct()])}), and of two that match both sides neither inhibits the other: it does nothing",
            Fix = "tell source and target apart by a label, such as severity",
        };

    /// <summary>Whether every alert that may match one side surely matches both. Source: Alertmanager's <c>inhibit/inhibit.go</c>, which lets no alert inhibit itself that way.</summary>
    internal static bool IsTrap(InhibitPairs pairs) =>
        !pairs.Sources.IsEmpty && !pairs.Targets.IsEmpty
        && pairs.Sources.Concat(pairs.Targets).All(a => a is { AsSource: Certainty.Yes, AsTarget: Certainty.Yes });
}
