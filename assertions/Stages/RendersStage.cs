using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>What arrived can be read: every promised field is there, non-empty and says what it must, and nothing is left of a template.</summary>
public sealed class RendersStage : IStage
{
    /// <summary>What a template leaves behind that was not, or not fully, rendered, with what it means.</summary>
    private static readonly ImmutableArray<(string Mark, string Meaning)> Leftovers =
    [
        ("<no value>", "a template asks for something that is not there"),
        ("<error expanding template", "Prometheus could not render the annotation"),
        ("{{", "a template was not rendered"),
        ("%!", "a template formats a value of the wrong type"),
    ];

    /// <inheritdoc/>
    public StageName Name => StageName.Renders;

    /// <inheritdoc/>
    public StageResult Judge(CellEvidence evidence)
    {
        var timeline = CellTimeline.Of(evidence);
        var arrived = timeline.Deliveries.SelectMany(n => evidence.Contract.Receivers.Where(r => r.Channel == n.Channel).Select(r => (Receiver: r, Message: n))).ToArray();
        if (arrived.Length == 0)
        {
            return this.NotReached("no message reached a promised receiver");
        }

        var wrong = arrived.SelectMany(a => Faults(a.Receiver, a.Message).Distinct().Select(m => new Shortcoming(a.Receiver.Name, $"{a.Receiver.Name}: {m}"))).ToArray();
        var result = wrong.Length > 0 ? this.Fail(wrong)
            : this.Pass($"every promised field can be read in the messages to {string.Join(" and ", arrived.Select(a => a.Receiver.Name))}");
        return result with { Evidence = [.. arrived.Select(a => $"{a.Receiver.Name}, message {a.Message.Sequence}: {Show(a.Message)}")] };
    }

    private static IEnumerable<string> Faults(PromisedReceiver receiver, Notification message)
    {
        foreach (var field in receiver.Fields)
        {
            var values = message.Values(field.Name).ToArray();
            if (values.Length == 0)
            {
                yield return $"expected the field {field.Name}, found only {string.Join(", ", message.Fields.Select(f => f.Name).Distinct())}";
            }
            else if (values.Any(string.IsNullOrWhiteSpace))
            {
                yield return $"expected a value in the field {field.Name}, found it empty";
            }
            else if (field.Expected is { } expected && !values.Any(v => v.Contains(expected, StringComparison.Ordinal)))
            {
                yield return $"expected the field {field.Name} to say \"{expected}\", found \"{string.Join("\", \"", values)}\"";
            }
        }

        foreach (var field in message.Fields)
        {
            if (Leftovers.FirstOrDefault(l => field.Value.Contains(l.Mark, StringComparison.Ordinal)) is { Mark: not null } left)
            {
                yield return $"found {left.Mark} in the field {field.Name} ({left.Meaning}): \"{Cut(field.Value)}\"";
            }
        }
    }

    private static string Show(Notification message) => string.Join(" | ", message.Fields.Where(f => f.Name is not "text").Select(f => $"{f.Name}={Cut(f.Value)}"));

    private static string Cut(string value) => value.Length <= 160 ? value : value[..160] + "…";
}
