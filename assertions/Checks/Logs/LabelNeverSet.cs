using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Assertions.Checks.Logs;

/// <summary>A label by which a documented log query selects, and which nothing sets.</summary>
public sealed class LabelNeverSet : ICheck
{
    /// <inheritdoc/>
    public string Name => "logs/label-never-set";

    /// <inheritdoc/>
    public string About => "a label by which a documented log query selects, and which promtail.yml never sets";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        // The queries are the strategy's: another configuration promises none.
        var promtail = subject.Contracts.IsEmpty ? null : subject.Folder.Promtail;
        return from query in promtail is { Jobs.IsEmpty: false } ? LogQuery.All : []
               let missing = PromtailJudgement.NeverSet(query, promtail!)
               where !missing.IsEmpty
               let place = TextPlace.Of(promtail!.Jobs[0].NamePosition, promtail.Jobs[0].Name)
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Error,
                   Subject = query.Name,
                   Position = place.Position,
                   Length = place.Length,
                   Message = $"expected something to set {string.Join(" and ", missing)}, by which the query selects, found nothing: it finds no line",
                   Fix = $"set {string.Join(" and ", missing)} by relabelling or in a stage labels",
               };
    }
}
