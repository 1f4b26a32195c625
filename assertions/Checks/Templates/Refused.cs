using NovaCron.Validation.Assertions.Checks.Messages;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;

namespace NovaCron.Validation.Assertions.Checks.Templates;

/// <summary>A template that Prometheus or Alertmanager refuses: of a rule file with one, no alert is there at all.</summary>
public sealed class Refused : ICheck
{
    /// <inheritdoc/>
    public string Name => "template/refused";

    /// <inheritdoc/>
    public string About => "a template that Prometheus or Alertmanager refuses; a rule file with one is not loaded at all";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        RuleTemplate.Of(subject).Where(t => t.Refusal is not null).GroupBy(t => t.Rule.File.Path).SelectMany(g => InFile(subject, [.. g]))
            .Concat(MessageTemplate.Of(subject).Where(t => t.Refusal is not null).Select(InMessage))
            .Concat(TemplateFiles.Of(subject).Refused.Select(InTemplateFile));

    private IEnumerable<Finding> InFile(CheckSubject subject, IReadOnlyList<RuleTemplate> refused)
    {
        foreach (var template in refused)
        {
            yield return Finding(template.Rule.Alert, Place(template.Source, template.Refusal!), $"Prometheus refuses the template of the {template.What}, and the whole file with it: {template.Refusal!.Message}", Fix(template.Refusal, isRule: true));
        }

        var first = refused[0];
        var place = Place(first.Source, first.Refusal!).Position;
        var broken = refused.Select(r => r.Rule.Rule).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var rule in subject.Rules.Where(r => r.File.Path == first.Rule.File.Path && !broken.Contains(r.Rule)))
        {
            yield return Finding(rule.Alert, TextPlace.Of(rule.Rule.NamePosition, rule.Alert), $"it is not loaded, since Prometheus refuses the whole file for the template of {first.Rule.Alert} at {place}", $"mend the template of {first.Rule.Alert}");
        }
    }

    private Finding InMessage(MessageTemplate template) => Finding(
        template.Receiver.Name, Place(template.Source, template.Refusal!), $"Alertmanager cannot read the template of {template.Integration.Kind}'s {template.Path}, so that no message of it is ever sent: {template.Refusal!.Message}", Fix(template.Refusal, isRule: false));

    private Finding InTemplateFile((TemplateSource Source, string File, TemplateException Refusal) refused) => Finding(
        refused.File, Place(refused.Source, refused.Refusal), $"Alertmanager refuses the template file, and its whole configuration with it: {refused.Refusal.Message}", Fix(refused.Refusal, isRule: false));

    private Finding Finding(string subject, TextPlace place, string message, string? fix) => new()
    {
        Check = Name,
        Severity = Severity.Error,
        Subject = subject,
        Position = place.Position,
        Length = place.Length,
        Message = message,
        Fix = fix,
    };

    private static TextPlace Place(TemplateSource source, TemplateException refusal) => refusal.Length > 0 ? source.PlaceOf(refusal.Offset, refusal.Offset + refusal.Length) : new TextPlace(source.PositionOf(refusal.Offset), 0);

    private static string? Fix(TemplateException refusal, bool isRule) => refusal.Message switch
    {
        var m when isRule && m.EndsWith("not defined", StringComparison.Ordinal) => "a name alone calls a function; read a metric by query, as in {{ with query \"METRIC\" }}{{ . | first | value }}{{ end }}, and a label by $labels.NAME",
        var m when m.EndsWith("not defined", StringComparison.Ordinal) => "a name alone calls a function; read a field with a dot before it, as in .CommonLabels.NAME",
        var m when m.StartsWith("undefined variable", StringComparison.Ordinal) && isRule => "write $labels, $value, $externalLabels or $externalURL, or set the variable before",
        var m when m.StartsWith("unexpected EOF", StringComparison.Ordinal) => "add {{ end }}",
        _ => null,
    };
}
