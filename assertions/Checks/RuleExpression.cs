using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>An expression of an alerting or a recording rule.</summary>
/// <param name="Subject">The alert, or the metric that is recorded.</param>
/// <param name="Group">The group that the rule stands in.</param>
/// <param name="Text">The expression.</param>
/// <param name="Alert">The alerting rule; null for a recording rule.</param>
public sealed record RuleExpression(string Subject, RuleGroup Group, CheckedExpression Text, CheckedRule? Alert)
{
    /// <summary>Every expression of a configuration that Prometheus would read, in the order of the files, alerting rules first.</summary>
    public static IEnumerable<RuleExpression> Of(CheckSubject subject) => All(subject).Where(e => e.Text.Root is not null);

    /// <summary>Every expression of a configuration.</summary>
    public static IEnumerable<RuleExpression> All(CheckSubject subject) =>
        subject.Rules.Select(r => new RuleExpression(r.Alert, r.Group, r.Expression, r))
            .Concat(subject.Recordings.Select(r => new RuleExpression(r.Rule.Name, r.Group, r.Expression, null)));

    /// <summary>Its tree.</summary>
    public PromQlExpression Root => Text.Root!;

    /// <summary>Every node of its tree.</summary>
    public IEnumerable<PromQlExpression> Nodes => Root.DescendantsAndSelf();

    /// <summary>A part of it as written, on one line.</summary>
    public string Quote(PromQlExpression node) => string.Join(' ', node.TextIn(Text.Source).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A finding at a part of it.</summary>
    public Finding At(PromQlExpression node, string check, Severity severity, string message, string? fix) =>
        At(new TextRange(node.Start, node.End), check, severity, message, fix);

    /// <summary>A finding at a stretch of its text; what goes on over several lines is underlined on its first.</summary>
    public Finding At(TextRange range, string check, Severity severity, string message, string? fix)
    {
        var text = Text.Source.AsSpan(range.Start, range.Length);
        return new Finding
        {
            Check = check,
            Severity = severity,
            Subject = Subject,
            Position = Text.PositionOf(range.Start),
            Length = (text.IndexOf('\n') is >= 0 and var line ? text[..line] : text).TrimEnd().Length,
            Message = message,
            Fix = fix,
        };
    }
}
