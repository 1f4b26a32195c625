using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>An expression of a rule, read once for all checks.</summary>
public sealed class CheckedExpression
{
    private readonly ConfigurationText? _text;
    private readonly SourcePosition _position;

    private CheckedExpression(string source, ConfigurationText? text, SourcePosition position)
    {
        (Source, _text, _position) = (source, text, position);
        try
        {
            Root = PromQlParser.Parse(source);
            Labels = LabelFlow.Of(Root);
        }
        catch (PromQlException refusal)
        {
            Refusal = refusal;
        }
    }

    /// <summary>The text, as YAML reads it.</summary>
    public string Source { get; }

    /// <summary>Its tree; null when Prometheus would refuse it.</summary>
    public PromQlExpression? Root { get; }

    /// <summary>Why Prometheus would refuse it; null when it would not.</summary>
    public PromQlException? Refusal { get; }

    /// <summary>Which labels its result has; any where it cannot be read.</summary>
    public LabelFlow Labels { get; } = LabelFlow.Any;

    /// <summary>Where a character of it stands.</summary>
    public SourcePosition PositionOf(int offset) => _text?.PositionOf(offset) ?? _position;

    internal static CheckedExpression Of(string source, ConfigurationText? text, SourcePosition position) => new(source, text, position);
}

/// <summary>An alerting rule with its expression read.</summary>
/// <param name="File">The file that it stands in.</param>
/// <param name="Group">The group that it stands in.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Expression">Its expression.</param>
public sealed record CheckedRule(RuleFile File, RuleGroup Group, AlertingRule Rule, CheckedExpression Expression)
{
    /// <summary>Which labels its alerts have when they leave Prometheus: the expression's, then the rule's, then the external ones.</summary>
    public required LabelFlow AlertLabels { get; init; }

    /// <summary>The name of the alert.</summary>
    public string Alert => Rule.Name;
}

/// <summary>A recording rule with its expression read.</summary>
/// <param name="File">The file that it stands in.</param>
/// <param name="Group">The group that it stands in.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Expression">Its expression.</param>
public sealed record CheckedRecording(RuleFile File, RuleGroup Group, RecordingRule Rule, CheckedExpression Expression);
