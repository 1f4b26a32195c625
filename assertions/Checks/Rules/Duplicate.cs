using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Assertions.Checks.Rules;

/// <summary>A rule that is there twice.</summary>
public sealed class Duplicate : ICheck
{
    /// <inheritdoc/>
    public string Name => "rule/duplicate";

    /// <inheritdoc/>
    public string About => "a rule that is there twice";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) => Alerts(subject).Concat(Recordings(subject));

    private IEnumerable<Finding> Alerts(CheckSubject subject)
    {
        var seen = new Dictionary<string, CheckedRule>(StringComparer.Ordinal);
        foreach (var rule in subject.Rules)
        {
            var identity = rule.Alert + Text(rule.Group.LabelsOf(rule.Rule));
            if (seen.TryAdd(identity, rule))
            {
                continue;
            }

            var first = seen[identity];
            var isSame = Canonical(first.Expression) == Canonical(rule.Expression);
            yield return new Finding
            {
                Check = Name,
                Severity = isSame ? Severity.Warning : Severity.Info,
                Subject = rule.Alert,
                Position = rule.Rule.NamePosition,
                Length = rule.Alert.Length,
                Message = isSame
                    ? $"the same rule stands in {first.Rule.NamePosition}: both send the same alert"
                    : $"an alert of this name and these labels stands in {first.Rule.NamePosition}, too, with another expression: nobody who is told knows which of the two it is",
                Fix = isSame ? "remove one of them" : "give each a name or a label of its own",
            };
        }
    }

    private IEnumerable<Finding> Recordings(CheckSubject subject)
    {
        var seen = new Dictionary<string, CheckedRecording>(StringComparer.Ordinal);
        foreach (var rule in subject.Recordings)
        {
            if (!seen.TryAdd($"{rule.Rule.Name}{Text(rule.Rule.Labels)}\0{Canonical(rule.Expression)}", rule)
                && seen[$"{rule.Rule.Name}{Text(rule.Rule.Labels)}\0{Canonical(rule.Expression)}"] is var first)
            {
                yield return new Finding
                {
                    Check = Name,
                    Severity = Severity.Warning,
                    Subject = rule.Rule.Name,
                    Position = rule.Rule.NamePosition,
                    Length = rule.Rule.Name.Length,
                    Message = $"the same rule stands in {first.Rule.NamePosition}: both write the same series",
                    Fix = "remove one of them",
                };
            }
        }
    }

    private static string Text(IEnumerable<KeyValuePair<string, string>> labels) => string.Concat(labels.Select(l => $"\0{l.Key}={l.Value}"));

    private static string Canonical(CheckedExpression expression) => expression.Root is { } root ? PromQlPrinter.Print(root) : expression.Source;
}
