using NovaCron.Validation.Assertions.Checks.Templates.Reads;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Templates;

/// <summary>A label or an annotation of an alerting rule, read as a template.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Entry">The label or annotation.</param>
/// <param name="IsLabel">Whether it is a label.</param>
internal sealed record RuleTemplate(CheckedRule Rule, ConfigurationEntry Entry, bool IsLabel)
{
    /// <summary>What it is, for people.</summary>
    public string What => $"{(IsLabel ? "label" : "annotation")} {Entry.Name}";

    /// <summary>Its text.</summary>
    public TemplateSource Source => TemplateSource.Of(Entry.Text);

    /// <summary>It as a tree; null where Prometheus refuses it, or where it is nested too deeply.</summary>
    public ParsedTemplate? Parsed { get; private init; }

    /// <summary>Why Prometheus refuses it; null where it does not.</summary>
    public TemplateException? Refusal { get; private init; }

    /// <summary>Every one of a configuration, in the order of the files.</summary>
    public static IEnumerable<RuleTemplate> Of(CheckSubject subject) => subject.Rules.SelectMany(Of);

    private static IEnumerable<RuleTemplate> Of(CheckedRule rule) =>
        rule.Rule.LabelEntries.Select(l => new RuleTemplate(rule, l, true)).Concat(rule.Rule.AnnotationEntries.Select(a => new RuleTemplate(rule, a, false))).Select(Read);

    private static RuleTemplate Read(RuleTemplate template)
    {
        try
        {
            return template with { Parsed = ParsedTemplate.OfRule(template.Entry.Value) };
        }
        catch (TemplateException e)
        {
            return template with { Refusal = e.IsTooDeep ? null : e };
        }
    }
}
