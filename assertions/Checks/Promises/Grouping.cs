namespace NovaCron.Validation.Assertions.Checks.Promises;

/// <summary>An alert that is grouped by other labels than the strategy says.</summary>
public sealed class Grouping : ICheck
{
    /// <inheritdoc/>
    public string Name => "promise/grouping";

    /// <inheritdoc/>
    public string About => "an alert that is grouped by other labels than the strategy says";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        if (subject.Routes is not { } routes)
        {
            return [];
        }

        var wrong = from promised in PromisedRule.Of(subject)
                    from routed in promised.Routed(routes) ?? []
                    where promised.Contract.Receivers.Any(r => r.Name == routed.Receiver) && !promised.Contract.GroupBy.Order().SequenceEqual(routed.Route.GroupBy.Order())
                    let written = routes.NodeOf(routed.Route).FromRoot.Reverse().Select(n => n.Route.GroupByTexts).FirstOrDefault(t => !t.IsEmpty, [])
                    select (promised.Contract.Alert, Promised: string.Join(", ", promised.Contract.GroupBy), Found: string.Join(", ", routed.Route.GroupBy), Position: written.IsEmpty ? routed.Route.Position : written[0].Position);
        return wrong.GroupBy(w => (w.Promised, w.Found, w.Position)).Select(g => new Finding
        {
            Check = Name,
            Severity = Severity.Error,
            Subject = "group_by",
            Position = g.Key.Position,
            Message = $"the strategy says {g.Key.Promised}, and {(g.Key.Found.Length == 0 ? "nothing" : g.Key.Found)} holds for {string.Join(", ", g.Select(w => w.Alert).Distinct())}",
            Fix = $"group by {g.Key.Promised}",
        });
    }
}
