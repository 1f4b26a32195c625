using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Promises;

/// <summary>An alert reaches other receivers or channels than the strategy promises.</summary>
public sealed class Receivers : ICheck
{
    /// <inheritdoc/>
    public string Name => "promise/receivers";

    /// <inheritdoc/>
    public string About => "an alert that reaches other receivers or channels than the strategy promises";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) => subject is { Routes: { } routes, Folder.Alertmanager: { } file }
        ? PromisedRule.Of(subject).SelectMany(p => Of(p, p.Routed(routes) ?? [], file)).GroupBy(w => (w.Receiver, w.Text, w.Position)).Select(g => Finding([.. g]))
        : [];

    private static IEnumerable<Wrong> Of(PromisedRule promised, IReadOnlyList<RoutedTo> routed, AlertmanagerFile file)
    {
        if (routed.Count == 0)
        {
            yield break;
        }

        var alert = promised.Contract.Alert;
        var told = routed.Select(r => r.Receiver).ToHashSet();
        var position = routed[^1].Route.ReceiverText?.Position ?? routed[^1].Route.Position;
        foreach (var receiver in promised.Contract.Receivers)
        {
            if (!told.Contains(receiver.Name))
            {
                yield return new Wrong(alert, receiver.Name, position, $"expected it to be told, found that they end up at {string.Join(" and ", told)}", "route them there, too");
            }
            else if (file.Receivers.FirstOrDefault(r => r.Name == receiver.Name) is { } found && !Channels(found).Contains(receiver.Channel))
            {
                yield return new Wrong(alert, receiver.Name, found.Integrations.Select(i => (SourcePosition?)i.Position).FirstOrDefault() ?? found.NamePosition,
                    $"expected it to tell {receiver.Channel}, found {string.Join(" and ", Channels(found).Select(c => c.ToString()).DefaultIfEmpty("nobody"))}", $"let it tell {receiver.Channel}");
            }
        }

        foreach (var stranger in routed.Where(r => promised.Contract.Receivers.All(p => p.Name != r.Receiver)))
        {
            yield return new Wrong(alert, stranger.Receiver, stranger.Route.ReceiverText?.Position ?? stranger.Route.Position,
                $"expected only {string.Join(" and ", promised.Contract.Receivers.Select(r => r.Name))} to be told, found it told, too", $"keep them from {stranger.Path}");
        }
    }

    private static IEnumerable<Channel> Channels(Receiver receiver) => receiver.Integrations.Select(i => new Channel(i.Kind, i.Address));

    private Finding Finding(IReadOnlyList<Wrong> same)
    {
        var first = same[0];
        return new Finding
        {
            Check = Name,
            Severity = Severity.Error,
            Subject = first.Receiver,
            Position = first.Position,
            Message = $"of {string.Join(", ", same.Select(w => w.Alert).Distinct())}: {first.Text}",
            Fix = first.Fix,
        };
    }

    private sealed record Wrong(string Alert, string Receiver, SourcePosition Position, string Text, string Fix);
}
