namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>Scales the durations of an expression that stands in no file of a configuration, such as a dashboard panel's.</summary>
public static class ExpressionRenderer
{
    /// <summary>The expression with its ranges, subquery steps and offsets divided by N.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A duration is no whole number of milliseconds at this scale.</exception>
    public static string Render(string expression, TimeScale scale) =>
        TimesInExpression.Find(expression).Reverse().Aggregate(expression, (text, time) =>
            text.Remove(time.Place.Start, time.Place.Length).Insert(time.Place.Start, PrometheusDuration.Format(scale.ToWall(time.Value))));
}
