using System.Globalization;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Assertions.Trends;
using Spectre.Console;

namespace NovaCron.Validation.Assertions.Reports.History;

/// <summary>Writes a trend for a terminal: per alert its verdicts and times, what flickers, and since when each defect is there.</summary>
public sealed class TrendTable
{
    // What a screen shows of a long history: its end.
    private const int MostPoints = 24;
    private const int MostNames = 3;
    private const int FigureWidth = 36;
    private readonly IAnsiConsole _console;
    private readonly Glyphs _glyphs;
    private readonly bool _unicode;

    private TrendTable(IAnsiConsole console)
    {
        _console = console;
        _unicode = console.Profile.Capabilities.Unicode;
        _glyphs = new Glyphs(_unicode);
    }

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, TrendResult trend)
    {
        var table = new TrendTable(console);
        foreach (var configuration in trend.Configurations)
        {
            table.Write(configuration);
        }
    }

    /// <summary>A run's time for people, UTC; a dash where it is not known.</summary>
    public static string When(TrendRun run) => run.At is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "-";

    private void Write(ConfigurationTrend trend)
    {
        var span = trend.Runs.Length == 1 ? $"1 run, {When(trend.Runs[0])}" : $"{trend.Runs.Length} runs, {When(trend.Runs[0])} to {When(trend.Runs[^1])}";
        Line($"{trend.Configuration}: {span} UTC; times are documented seconds", "bold");
        Line("");
        var names = trend.Alerts.Select(a => SafeText.OneLine(a.Alert).Length).DefaultIfEmpty(5).Max();
        var shown = Math.Min(MostPoints, trend.Alerts.Select(a => a.Points.Length).DefaultIfEmpty(0).Max());
        var verdicts = Math.Max("verdicts".Length, shown);
        var isWide = _console.Profile.Width >= names + verdicts + (2 * (shown + FigureWidth)) + 4;
        if (isWide && !trend.Alerts.IsEmpty)
        {
            var head = $"{"last",9} {"median",9}  range";
            _console.MarkupLine($"[grey]{"alert".PadRight(names)} {"verdicts".PadRight(verdicts)} {$"{"fires".PadRight(shown)}{head}".PadRight(shown + FigureWidth)} {"told".PadRight(shown)}{head}[/]");
        }

        foreach (var alert in trend.Alerts)
        {
            WriteAlert(alert, new Widths(names, verdicts, shown), isWide);
        }

        Flickering(trend);
        Defects(trend);
        Line("");
        Legend();
        Line("");
    }

    private void WriteAlert(AlertTrend alert, Widths widths, bool isWide)
    {
        var points = alert.Points.TakeLast(widths.Shown).ToList();
        var fires = Sparkline.Of([.. points.Select(p => p.FiresSeconds)], _unicode).PadRight(widths.Shown);
        var told = Sparkline.Of([.. points.Select(p => p.DeliversSeconds)], _unicode).PadRight(widths.Shown);
        var verdicts = string.Concat(points.Select(p => _glyphs.Of(p.Verdict, p.IsNew)).Select(g => $"[{g.Style}]{g.Sign}[/]"));
        var name = SafeText.OneLine(alert.Alert);
        if (isWide)
        {
            var gap = new string(' ', widths.Verdicts - points.Count);
            _console.MarkupLine($"{name.PadRight(widths.Names).EscapeMarkup()} {verdicts}{gap} {$"{fires}{Columns(alert.Fires)}".PadRight(widths.Shown + FigureWidth)} {told}{Columns(alert.Delivers).TrimEnd()}");
            return;
        }

        Line(name);
        _console.MarkupLine($"  {verdicts}");
        Line($"fires {fires} {Words(alert.Fires)}", "grey", 2);
        Line($"told  {told} {Words(alert.Delivers)}", "grey", 2);
    }

    private string Columns(TrendFigures? figures) => figures is null ? " not measured" : $"{Seconds(figures.Last),9} {Seconds(figures.Median),9}  {Range(figures)}";

    private string Words(TrendFigures? figures) => figures is null ? "not measured" : $"{Seconds(figures.Last)}, median {Seconds(figures.Median)} ({Range(figures)})";

    private string Range(TrendFigures figures) => $"{Numbers.Seconds(figures.Least)}{(_unicode ? "–" : "-")}{Numbers.Seconds(figures.Most)} s";

    private void Flickering(ConfigurationTrend trend)
    {
        var flickering = trend.Alerts.Where(a => a.VerdictChanges > 0 || a.InconclusiveShare > 0).ToList();
        if (flickering.Count == 0)
        {
            return;
        }

        Line("");
        Line($"Not always the same verdict ({flickering.Count})", "magenta");
        foreach (var alert in flickering)
        {
            var changes = alert.VerdictChanges == 1 ? "1 change" : $"{alert.VerdictChanges} changes";
            var share = alert.InconclusiveShare.ToString("0 %", CultureInfo.InvariantCulture);
            Line($"{alert.Alert}: {changes} of verdict in {alert.Points.Length} runs, {share} of them inconclusive", null, 2);
        }
    }

    private void Defects(ConfigurationTrend trend)
    {
        if (trend.Defects.IsEmpty)
        {
            return;
        }

        Line("");
        Line($"Defects ({trend.Defects.Count(d => d.IsThere)} there, {trend.Defects.Count(d => !d.IsThere)} gone)", "bold");
        foreach (var defect in trend.Defects)
        {
            var glyph = !defect.IsThere ? _glyphs.Pass : defect.IsKnown ? _glyphs.Known : _glyphs.Fail;
            var gone = defect.IsThere ? "" : ", not in the last run";
            Line($"{glyph.Sign} {defect.Id}", glyph.Style, 2);
            Line($"{When(defect.FirstSeen)} to {When(defect.LastSeen)}, in {defect.Seen} of {defect.Judged} runs that judged it{gone}: {Some(defect.Alerts)}", "grey", 4);
        }
    }

    private void Legend()
    {
        var signs = new[] { _glyphs.Pass, _glyphs.Known, _glyphs.Fail, _glyphs.Inconclusive }.Select(g => $"{g.Sign} {g.Meaning}");
        Line(string.Join("  ", signs.Append($"{Sparkline.Gap(_unicode)} not measured")), "grey");
    }

    private void Line(string text, string? style = null, int indent = 0) => ReportLine.Write(_console, text, style, indent);

    private static string Some(IReadOnlyList<string> names) =>
        names.Count <= MostNames ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";

    private static string Seconds(double seconds) => $"{Numbers.Seconds(seconds)} s";

    private sealed record Widths(int Names, int Verdicts, int Shown);
}
