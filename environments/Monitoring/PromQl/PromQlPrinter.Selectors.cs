using System.Globalization;
using System.Text;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;
using NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <content>Selectors, their modifiers and labels.</content>
public static partial class PromQlPrinter
{
    private static void AppendSelector(StringBuilder text, VectorSelector selector)
    {
        var matchers = selector.Matchers
            .Where(m => selector.Name.Length == 0 || m != new LabelMatcher(LabelMatcher.MetricName, LabelMatchType.Equal, selector.Name))
            .Select(Matcher)
            .Order(StringComparer.Ordinal)
            .ToList();
        text.Append(selector.Name);
        if (matchers.Count > 0 || selector.Name.Length == 0)
        {
            text.Append('{').AppendJoin(',', matchers).Append('}');
        }
    }

    private static void AppendModifiers(StringBuilder text, TimeModifiers modifiers)
    {
        text.Append(modifiers.At switch
        {
            null => "",
            { Anchor: AtAnchor.Start } => " @ start()",
            { Anchor: AtAnchor.End } => " @ end()",
            var at => string.Create(CultureInfo.InvariantCulture, $" @ {at.Milliseconds / 1000m:0.000}"),
        });
        if (modifiers.Offset is { } offset && offset.Value != TimeSpan.Zero)
        {
            text.Append(" offset ").Append(PromQlDurationText.Format(offset.Value));
        }
    }

    private static string Matcher(LabelMatcher matcher)
    {
        var sign = matcher.Type switch
        {
            LabelMatchType.Equal => "=",
            LabelMatchType.NotEqual => "!=",
            LabelMatchType.Regex => "=~",
            _ => "!~",
        };
        return (IsName(matcher.Name, withColons: false) ? matcher.Name : PromQlString.Quote(matcher.Name)) + sign + PromQlString.Quote(matcher.Value);
    }

    // Words that a grouping cannot hold are quoted as well.
    private static string Label(string name) =>
        IsName(name, withColons: true) && PromQlKeywords.KindOf(name.ToLowerInvariant()) is var kind && kind != PromQlTokenKind.Number
        && (kind != PromQlTokenKind.Keyword || PromQlKeywords.MayNameGroupingLabel(name.ToLowerInvariant()))
            ? name : PromQlString.Quote(name);

    private static bool IsName(string name, bool withColons) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => PromQlLexer.IsAlphaNumeric(c) || (withColons && c == ':'));
}
