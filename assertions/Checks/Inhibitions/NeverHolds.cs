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
        from pairs in InhibitPairs.Of(subject)
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

        var all = pairs.Sources.SelectMany(s => pairs.Targets.Where(t => !pairs.AreBothBoth(s, t)).Select(t => pairs.Unequal(s, t))).ToList();
        var labels = all.SelectMany(l => l).Distinct().ToList();
        return all.Count == 0 ? "every one that matches one side matches the other, too"
            : all.TrueForAll(l => !l.IsEmpty) ? $"source and target never agree in {string.Join(" or ", labels)}"
            : null;
    }
}
