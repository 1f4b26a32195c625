using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Checks.Templates.Ast;

namespace NovaCron.Validation.Assertions.Checks.Templates;

/// <summary>A description that gives the value another unit than the expression's result has.</summary>
public sealed partial class WrongUnit : ICheck
{
    /// <inheritdoc/>
    public string Name => "template/unit";

    /// <inheritdoc/>
    public string About => "an annotation that gives the value another unit than the expression's result surely has";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from template in RuleTemplate.Of(subject)
        where template is { IsLabel: false, Parsed: not null, Rule.Expression.Root: not null }
        let unit = ValueUnit.Of(template.Rule.Expression.Root!)
        where unit is not null
        from action in Shown(template)
        let wrong = Wrong(unit.Value, action.Humanized, action.Behind)
        where wrong is not null
        let place = template.Source.PlaceOf(action.Start, action.End)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Warning,
            Subject = template.Rule.Alert,
            Position = place.Position,
            Length = place.Length,
            Message = $"expected a unit that fits the value, which is {Describe(unit.Value)}, found {wrong.Value.Found}",
            Fix = wrong.Value.Fix,
        };

    private static (string Found, string Fix)? Wrong(ResultUnit unit, string? humanized, string behind) => (unit, humanized) switch
    {
        (ResultUnit.PerSecond, null or "humanize" or "printf") when Times().IsMatch(behind) => ("\"times\"", "use increase() over the same window, or say \"per second\""),
        (ResultUnit.Percent, "humanizePercentage") => ("humanizePercentage, which multiplies by 100 once more", "write {{ $value | humanize }}%"),
        (ResultUnit.Count, "humanizePercentage") => ("humanizePercentage, which makes 500% of 5", "write {{ $value }}"),
        (ResultUnit.Milliseconds, "humanizeDuration") => ("humanizeDuration, which takes seconds", "divide by 1000 in the expression, or write {{ $value }}ms"),
        (ResultUnit.Milliseconds, null or "humanize" or "printf") when Seconds().IsMatch(behind) => ("seconds", "write ms, or divide by 1000 in the expression"),
        (ResultUnit.Seconds, null or "humanize" or "printf") when Milliseconds().IsMatch(behind) => ("milliseconds", "write s, or multiply by 1000 in the expression"),
        _ => null,
    };

    private static string Describe(ResultUnit unit) => unit switch
    {
        ResultUnit.PerSecond => "a rate per second",
        ResultUnit.Percent => "a percentage already",
        ResultUnit.Count => "a number of things",
        ResultUnit.Milliseconds => "in milliseconds",
        _ => "in seconds",
    };

    // Actions that write the value, alone or through one function, each with the text right behind it.
    private static IEnumerable<(int Start, int End, string? Humanized, string Behind)> Shown(RuleTemplate template)
    {
        var root = template.Parsed!.Root;
        for (var i = 0; i < root.Length; i++)
        {
            if (root[i] is ActionNode { Pipeline: { Variables.IsEmpty: true, Commands: { Length: <= 2 } commands } pipeline } && IsValue(commands, out var humanized))
            {
                var behind = i + 1 < root.Length && root[i + 1] is TextNode text ? template.Entry.Value[text.Start..text.End] : "";
                yield return (pipeline.Start, pipeline.End, humanized, behind);
            }
        }
    }

    private static bool IsValue(IReadOnlyList<Command> commands, out string? humanized)
    {
        humanized = null;
        if (commands.Count == 1 && commands[0].Operands is [FunctionOperand { Name: "printf" }, StringOperand, FieldChain formatted])
        {
            humanized = "printf";
            return IsValue(formatted);
        }

        if (commands.Count == 2)
        {
            humanized = (commands[1].Operands[0] as FunctionOperand)?.Name;
            return commands[0].Operands is [FieldChain piped] && IsValue(piped);
        }

        return commands[0].Operands is [FieldChain alone] && IsValue(alone);
    }

    private static bool IsValue(FieldChain chain) => chain is { Base: VariableBase { Name: "$value" }, Fields.IsEmpty: true } or { Base: DotBase, Fields: ["Value"] };

    [GeneratedRegex(@"^\s*times\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Times();

    [GeneratedRegex(@"^(s|\s+s|\s*sec|\s*secs|\s*seconds)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"^\s*(ms|msec|milliseconds)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Milliseconds();
}
