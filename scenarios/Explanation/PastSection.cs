using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.History;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Assertions.Trends;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>What past runs found of an alert.</summary>
internal static class PastSection
{
    private const int MostPoints = 20;

    /// <summary>Writes it.</summary>
    public static void Write(Sheet sheet, ExplainedAlert alert)
    {
        sheet.Section("Past runs", "documented seconds");
        var past = alert.Past.Configurations.SelectMany(c => c.Alerts.Where(a => a.Alert == alert.Contract.Alert).Select(a => (c.Configuration, Alert: a))).ToList();
        if (past.Count == 0)
        {
            sheet.Text($"none; ./validate run --alert {alert.Contract.Alert} makes one");
        }

        foreach (var (configuration, trend) in past)
        {
            var glyphs = new Glyphs(sheet.Unicode);
            var points = trend.Points.TakeLast(MostPoints).ToList();
            sheet.Row(configuration, $"{string.Concat(points.Select(p => glyphs.Of(p.Verdict, p.IsNew).Sign))} last {TrendTable.When(points[^1].Run)}, proved {(trend.LastProved is { } proved ? TrendTable.When(proved) : "never")}");
            sheet.Row("  fires", Figures(trend.Fires, [.. points.Select(p => p.FiresSeconds)], sheet.Unicode));
            sheet.Row("  told", Figures(trend.Delivers, [.. points.Select(p => p.DeliversSeconds)], sheet.Unicode));
        }
    }

    private static string Figures(TrendFigures? figures, IReadOnlyCollection<double?> values, bool unicode) => figures is null ? "not measured"
        : $"{Sparkline.Of(values, unicode)} last {Numbers.Seconds(figures.Last)} s, median {Numbers.Seconds(figures.Median)} s, {Numbers.Seconds(figures.Least)} to {Numbers.Seconds(figures.Most)} s";
}
