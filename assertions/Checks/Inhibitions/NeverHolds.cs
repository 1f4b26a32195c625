namespace NovaCron.Validation.Assertions.Checks.Inhibitions;

/// <summary>An inhibition rule by which no alert of the configuration can ever inhibit another.</summary>
public sealed class NeverHolds : ICheck
{
    /// <inheritdoc/>
    public string Name => "inhibition/never-holds";

    /// <inheritdoc/>
    public string About => "an inhibition rule by which no alert of the configuration can ever inhibit another";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from pairs in subject.Inhibitions
        where !Self.IsTrap(pairs)
        let why = Why(pairs)
        where why is not null
        select new Finding
        {
            Check = Name,
            Severity = Severity.Info,
            Subject = pairs.Name,
            Position = pairs.Rule.Position,
            Message = $"no alert of this configuration is ever inhibited by this rule: {why}",
            Fix = "mend source, target or equal, or remove the rule, unless alerts from elsewhere come here",
        };

    private static string? Why(InhibitPairs pairs)
    {
        if (pairs.Sources.IsEmpty || pairs.Targets.IsEmpty)
        {
            return $"none matches its {(pairs.Sources.IsEmpty ? "source" : "target")}";
        }

        if (pairs.MayEverHold)
        {
            return null;
        }

        var labels = pairs.Sources.SelectMany(s => pairs.Targets.SelectMany(t => pairs.Unequal(s, t))).Distinct().ToList();
        var areBoth = pairs.Sources.Any(s => pairs.Targets.Any(t => InhibitPairs.AreBothBoth(s, t) && pairs.Unequal(s, t).IsEmpty));
        return areBoth ? $"those that match both sides never inhibit each other{(labels.Count == 0 ? "" : $", and the others never agree in {string.Join(" or ", labels)}")}"
            : $"source and target never agree in {string.Join(" or ", labels)}";
    }
}
