namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>How far an expression looks back.</summary>
public static class LongestLookBack
{
    /// <summary>The longest of its ranges, subquery ranges and offsets; zero when it has none.</summary>
    public static TimeSpan Of(string expression) => TimesInExpression.Find(expression).Select(t => t.Value).DefaultIfEmpty().Max();
}
