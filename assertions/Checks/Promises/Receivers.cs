using NovaCron.Validation.Assertions.Checks.Routes;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Promises;

/// <summary>An alert reaches other receivers or channels than the strategy promises, or it is not certain that it reaches these.</summary>
public sealed class Receivers : ICheck
{
    /// <inheritdoc/>
    public string Name => "promise/receivers";

    /// <inheritdoc/>
    public string About => "an alert that reaches other receivers or channels than the strategy promises";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        if (subject is not { Routes: { } routes, Folder.Alertmanager: { } file })
        {
            return [];
        }

        var rules = RoutedRule.Of(subject);
        return PromisedRule.Of(subject)
            .SelectMany(p => (p.Routed(routes) is { } routed ? OfCertain(p, routed) : OfUncertain(p, rules.First(r => ReferenceEquals(r.Rule, p.Rule)), routes)).Concat(Channels(p, file)))
            .GroupBy(w => (w.Receiver, w.Text, w.Position)).Select(g => Finding([.. g]));
    }

    private static IEnumerable<Wrong> OfCertain(PromisedRule promised, IReadOnlyList<RoutedTo> routed)
    {
        if (routed.Count == 0)
        {
            yield break;
        }

        var alert = promised.Contract.Alert;
        var told = routed.Select(r => r.Receiver).ToHashSet();
        foreach (var receiver in promised.Contract.Receivers.Where(r => !told.Contains(r.Name)))
        {
            yield return new Wrong(alert, receiver.Name, PositionOf(routed[^1].Route), $"expected it to be told, found that they end up at {string.Join(" and ", told)}", "route them there, too");
        }

        foreach (var stranger in routed.Where(r => promised.Contract.Receivers.All(p => p.Name != r.Receiver)))
        {
            yield return new Wrong(alert, stranger.Receiver, PositionOf(stranger.Route),
                $"expected only {string.Join(" and ", promised.Contract.Receivers.Select(r => r.Name))} to be told, found it told, too", $"keep them from {stranger.Path}");
        }
    }

    // Where routes ask for labels that an alert may or may not have.
    private static IEnumerable<Wrong> OfUncertain(PromisedRule promised, RoutedRule routed, RouteTree routes)
    {
        var uncertain = routes.Routes.SelectMany(r => r.Matchers).Where(m => !promised.Rule.AlertLabels.IsCertain(m.Name)).ToList();
        var labels = string.Join(" and ", uncertain.Select(m => m.Name).Distinct());
        foreach (var receiver in promised.Contract.Receivers.Where(r => !routed.SurelyReaches(r.Name)))
        {
            yield return routed.MayReach(receiver.Name)
                ? new Wrong(promised.Contract.Alert, receiver.Name, uncertain[0].Position, $"expected it to be told, found that this hangs on {labels}, and not every such alert surely has that", "ask for a label that the rules set")
                    { Severity = Severity.Warning }
                : new Wrong(promised.Contract.Alert, receiver.Name, PositionOf(routes.Root.Route),
                    $"expected it to be told, found that they end up at {string.Join(" or ", routed.Ends.Keys.Select(r => r.Receiver).Distinct().Order(StringComparer.Ordinal))}", "route them there, too");
        }
    }

    // Whether or not the alert gets there: what stands before the receiver may be mended first.
    private static IEnumerable<Wrong> Channels(PromisedRule promised, AlertmanagerFile file) =>
        from receiver in promised.Contract.Receivers
        let found = file.Receivers.FirstOrDefault(r => r.Name == receiver.Name)
        where found is not null
        let channels = found.Integrations.Select(i => new Channel(i.Kind, i.Address)).ToList()
        where !channels.Contains(receiver.Channel)
        select new Wrong(promised.Contract.Alert, receiver.Name, found.Integrations.Select(i => (SourcePosition?)i.Position).FirstOrDefault() ?? found.NamePosition,
            $"expected it to tell {receiver.Channel}, found {string.Join(" and ", channels.Select(c => c.ToString()).DefaultIfEmpty("nobody"))}", $"let it tell {receiver.Channel}");

    private static SourcePosition PositionOf(Route route) => route.ReceiverText?.Position ?? route.Position;

    private Finding Finding(IReadOnlyList<Wrong> same)
    {
        var first = same[0];
        return new Finding
        {
            Check = Name,
            Severity = first.Severity,
            Subject = first.Receiver,
            Position = first.Position,
            Message = $"of {string.Join(", ", same.Select(w => w.Alert).Distinct())}: {first.Text}",
            Fix = first.Fix,
        };
    }

    private sealed record Wrong(string Alert, string Receiver, SourcePosition Position, string Text, string Fix)
    {
        public Severity Severity { get; init; } = Severity.Error;
    }
}
