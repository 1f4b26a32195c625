using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Templates.Ast;
using NovaCron.Validation.Assertions.Checks.Templates.Parsing;

namespace NovaCron.Validation.Assertions.Checks.Templates;

/// <summary>A text that Go's text/template reads.</summary>
/// <param name="Root">What is written.</param>
/// <param name="Definitions">The templates that it defines by <c>{{define}}</c> or <c>{{block}}</c>, by name.</param>
public sealed record ParsedTemplate(ImmutableArray<TemplateNode> Root, ImmutableDictionary<string, ImmutableArray<TemplateNode>> Definitions)
{
    /// <summary>The variables that Prometheus puts before a rule's labels and annotations. Source: <c>model/rulefmt</c>, testTemplateParsing.</summary>
    public static ImmutableArray<string> RuleVariables { get; } = ["$labels", "$externalLabels", "$externalURL", "$value"];

    /// <summary>Reads a label or an annotation of a rule.</summary>
    /// <exception cref="TemplateException">Prometheus refuses it, or it is nested too deeply.</exception>
    public static ParsedTemplate OfRule(string text) => new TemplateParser(text, TemplateFunctions.OfRules, RuleVariables).Parse();

    /// <summary>Reads a setting of a receiver, or a template file of Alertmanager.</summary>
    /// <exception cref="TemplateException">Alertmanager refuses it, or it is nested too deeply.</exception>
    public static ParsedTemplate OfMessage(string text) => new TemplateParser(text, TemplateFunctions.OfMessages, []).Parse();
}
