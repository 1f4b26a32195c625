using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>
/// Finds the durations by which an expression looks back: ranges, subquery ranges and steps, and offsets. A bare number there counts seconds.
/// An expression that Prometheus refuses is read as far as it goes, since the file that it is in is set aside and shown as it would be rendered.
/// </summary>
internal static class TimesInExpression
{
    /// <summary>The durations without their signs, in the order of the text.</summary>
    public static IReadOnlyList<(TextRange Place, TimeSpan Value)> Find(string expression) =>
        [.. PromQlParser.DurationsIn(expression).Select(d => (d.Literal, d.Value.Duration()))];
}
