using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Routes;

/// <summary>
/// An alert that no route's matchers take, so that it ends in the root's receiver. Where at least half of the alerts do, the root is evidently meant
/// for them, and that is only worth knowing.
/// </summary>
public sealed class DefaultOnly : ICheck
{
    /// <inheritdoc/>
    public string Name => "route/default-only";

    /// <inheritdoc/>
    public string About => "an alert that no route's matchers take, so that it ends in the root's receiver";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var rules = subject.Routed.All;
        if (rules.IsEmpty)
        {
            yield break;
        }

        var root = subject.Folder.Alertmanager!.Route;
        var left = rules.Where(r => r.Ends.GetValueOrDefault(root) == Certainty.Yes).ToList();
        if (root.Routes.IsEmpty)
        {
            yield return OfRoot(root, $"there is no other route, so that every alert goes to {root.Receiver}");
        }
        else if (left.Count * 2 >= rules.Length)
        {
            yield return OfRoot(root, $"it gets what no route's matchers take, which is most: {RouteText.List([.. left.Select(r => r.Alert).Distinct()])}");
        }
        else
        {
            foreach (var rule in left)
            {
                yield return Left(rule, root);
            }
        }
    }

    private Finding OfRoot(Route root, string message)
    {
        var place = RouteText.Place(root);
        return new Finding
        {
            Check = Name,
            Severity = Severity.Info,
            Subject = root.Receiver,
            Position = place.Position,
            Length = place.Length,
            Message = message,
        };
    }

    private Finding Left(RoutedRule rule, Route root)
    {
        var asked = root.Routes.SelectMany(r => r.Matchers).Select(m => m.Name).Where(l => l != "alertname").Distinct().Select(l => Describe(l, rule.Labels[l])).ToList();
        var place = TextPlace.Of(rule.Rule.Rule.NamePosition, rule.Alert);
        return new Finding
        {
            Check = Name,
            Severity = Severity.Warning,
            Subject = rule.Alert,
            Position = place.Position,
            Length = place.Length,
            Message = $"it goes to the root's receiver, {root.Receiver}, since no route's matchers take it{(asked.Count == 0 ? "" : $": it has {RouteText.List(asked)}")}",
            Fix = "give it the labels that routes ask for, or add a route for it",
        };
    }

    private static string Describe(string label, LabelFact fact) => fact switch
    {
        { Presence: Presence.Never } => $"no {label}",
        { Presence: Presence.Always, Value: { } value } => $"{label}=\"{value}\"",
        _ => $"a {label} that none asks for",
    };
}
