using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Assertions.Checks.Expressions;

/// <summary>An expression that Prometheus refuses, and with it the whole file.</summary>
public sealed class Refused : ICheck
{
    /// <inheritdoc/>
    public string Name => "expression/refused";

    /// <inheritdoc/>
    public string About => "an expression that Prometheus refuses, and with it the whole file";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from expression in RuleExpression.All(subject)
        let refusal = expression.Text.Refusal
        where refusal is not null
        select expression.At(
            new TextRange(Math.Min(refusal.Offset, LastOf(expression.Text.Source)), expression.Text.Source.Length),
            Name,
            IsTooDeep(refusal) ? Severity.Info : Severity.Error,
            IsTooDeep(refusal)
                ? $"this expression is not checked: {refusal.Reason}"
                : $"Prometheus refuses this expression, and with it every rule of the file: {refusal.Reason}",
            null);

    // What ends too early is shown at its last character.
    private static int LastOf(string text) => Math.Max(text.AsSpan().TrimEnd().Length - 1, 0);

    // That bound is the suite's own.
    private static bool IsTooDeep(PromQlException refusal) => refusal.Reason.Contains($"deeper than {PromQlParser.MaxDepth} levels", StringComparison.Ordinal);
}
