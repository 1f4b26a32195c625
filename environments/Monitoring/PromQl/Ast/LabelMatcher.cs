using NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>A condition on a label.</summary>
/// <param name="Name">The label; <c>__name__</c> for the metric's name.</param>
/// <param name="Type">How its value is compared.</param>
/// <param name="Value">What it is compared with.</param>
public sealed record LabelMatcher(string Name, LabelMatchType Type, string Value)
{
    /// <summary>The label that holds a metric's name.</summary>
    public const string MetricName = "__name__";

    /// <summary>Whether a series without the label fits.</summary>
    public bool MatchesEmpty => Type switch
    {
        LabelMatchType.Equal => Value.Length == 0,
        LabelMatchType.NotEqual => Value.Length > 0,
        LabelMatchType.Regex => RegexSyntax.Read(Value).MatchesEmpty,
        _ => !RegexSyntax.Read(Value).MatchesEmpty,
    };
}

/// <summary>How a label's value is compared.</summary>
public enum LabelMatchType
{
    /// <summary><c>=</c>.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>=~</c>: the whole value fits a regular expression.</summary>
    Regex,

    /// <summary><c>!~</c>: it does not.</summary>
    NotRegex,
}
