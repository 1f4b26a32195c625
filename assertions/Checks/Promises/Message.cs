using NovaCron.Validation.Assertions.Checks.Messages;
using NovaCron.Validation.Assertions.Checks.Routes;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Promises;

/// <summary>A message that does not say what the strategy promises, whatever the alert's own labels.</summary>
public sealed class Message : ICheck
{
    /// <inheritdoc/>
    public string Name => "promise/message";

    /// <inheritdoc/>
    public string About => "a message that does not say what the strategy promises of it";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        if (subject.Folder.Alertmanager is not { } file || subject.Contracts.IsEmpty)
        {
            return [];
        }

        var (files, templates) = (TemplateFiles.Of(subject), MessageTemplate.Of(subject).ToList());
        var wrong = from promised in PromisedRule.Of(subject)
                    from receiver in promised.Contract.Receivers
                    let alert = new SketchedAlert(promised.Rule, RoutedRule.LabelsOf(subject, promised.Rule), receiver.Name, RoutesTo(receiver.Name, file))
                    from integration in file.Receivers.FirstOrDefault(r => r.Name == receiver.Name)?.Integrations ?? []
                    where integration.Kind == receiver.Channel.Protocol
                    let message = SketchedField.Of(integration, templates, files, alert)
                    where message is not null
                    from field in receiver.Fields
                    let fault = FaultOf(field, message, integration)
                    where fault is not null
                    select (promised.Contract.Alert, Receiver: receiver.Name, field.Expected, Fault: fault);
        return wrong.GroupBy(w => (w.Receiver, w.Fault)).Select(g => Finding(g.Key.Receiver, g.Key.Fault, [.. g.Select(w => w.Alert).Distinct()], [.. g.Select(w => w.Expected).Distinct()]));
    }

    private static IReadOnlyList<Route> RoutesTo(string receiver, AlertmanagerFile file) =>
        file.Route.WithDescendants().Where(r => r.Receiver == receiver).ToList() is { Count: > 0 } routes ? routes : [file.Route];

    // As the stage "renders" judges what arrived.
    private static Fault? FaultOf(MessageField promised, IReadOnlyList<SketchedField> message, Integration integration)
    {
        var fields = message.Where(f => string.Equals(f.Name, promised.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (fields.Count == 0)
        {
            // What is not followed in a text may write a line with the field.
            return message.Any(f => f is { Name: "text", Written: not null } && f.Value.Contains(MessageSketch.Anything)) ? null
                : new Fault(promised.Name, integration.Position, $"expected the field {promised.Name}, found only {string.Join(", ", message.Select(f => f.Name).Distinct())}", false);
        }

        return fields.Find(f => f.Value.Trim().Length == 0) is { } empty ? new Fault(promised.Name, empty.Place, $"expected a value in the field {promised.Name}, found that {Quote(empty)} leaves it empty", false)
            : fields.Exists(f => Keeps(f.Value, promised.Expected)) ? null
            : new Fault(promised.Name, fields[0].Place, $"expected the field {promised.Name} to say {{0}}, found that {Quote(fields[0])} does not, or not surely", true);
    }

    private static bool Keeps(string value, string? expected) =>
        value.Contains(MessageSketch.Anything) || (expected is null ? value.Any(c => c != MessageSketch.Perhaps && !char.IsWhiteSpace(c)) : value.Contains(expected, StringComparison.Ordinal));

    private static string Quote(SketchedField field) => field.Written is { } written ? $"\"{written}\"" : $"Alertmanager's default, \"{field.Value}\",";

    private Finding Finding(string receiver, Fault fault, IReadOnlyCollection<string> alerts, IReadOnlyList<string?> expected) => new()
    {
        Check = Name,
        Severity = Severity.Error,
        Subject = receiver,
        Position = fault.Position,
        Message = $"of {RouteText.List(alerts)}: {(fault.SaysExpected ? fault.Text.Replace("{0}", expected is [{ } only] ? $"\"{only}\"" : "what the strategy promises of each", StringComparison.Ordinal) : fault.Text)}",
        Fix = $"let {fault.Field} say what the strategy promises",
    };

    private sealed record Fault(string Field, SourcePosition Position, string Text, bool SaysExpected);
}
