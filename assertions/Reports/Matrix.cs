using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using Spectre.Console;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>
/// Writes a run's result for a terminal: alerts by stages, what was measured and what is allowed, then the defects, new ones first.
/// Colours are the console's affair (<c>NO_COLOR</c>, no terminal); nothing is told by colour alone.
/// </summary>
public sealed class Matrix
{
    private static readonly (StageName Stage, string Short)[] Columns =
    [
        (StageName.Loads, "lo"), (StageName.Contract, "co"), (StageName.Silent, "si"), (StageName.Fires, "fi"), (StageName.Routes, "ro"),
        (StageName.Renders, "rn"), (StageName.Inhibits, "in"), (StageName.Resolves, "rs"), (StageName.ResolutionDelivered, "rd"),
    ];

    private const int StackedIndent = 2;

    private readonly IAnsiConsole console;
    private readonly Glyphs glyphs;

    private Matrix(IAnsiConsole console)
    {
        this.console = console;
        glyphs = new Glyphs(console.Profile.Capabilities.Unicode);
    }

    // How a row fits: with the stages' names, with their short forms, or below the alert's name.
    private enum Layout
    {
        Full,
        Short,
        Stacked,
    }

    /// <summary>Writes the report.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="run">Result.</param>
    public static void Write(IAnsiConsole console, RunResult run) => new Matrix(console).Write(run);

    private void Write(RunResult run)
    {
        Line($"{run.RunId}: configuration {run.Configuration}, N={run.TimeScale}, {Numbers.Seconds(run.WallSeconds)} s wall (set-up {Numbers.Seconds(run.SetupSeconds)} s, longest cell {Numbers.Seconds(run.CriticalPathSeconds)} s); seconds below are documented time", "bold");
        Line("", null);
        var layout = Table(run);
        new SurfaceTable(console, glyphs).Write(run);
        new DefectList(console).Write(run);
        Line("", null);
        Legend(layout);
        Line(RunSentence.Of(run), "bold");
    }

    private Layout Table(RunResult run)
    {
        var name = run.Alerts.Select(a => Safe(a.Alert).Length).DefaultIfEmpty(5).Max();
        var severity = run.Alerts.Select(a => Safe(a.Severity).Length).DefaultIfEmpty(8).Max();
        var layout = Fits(name + severity);
        var heads = Columns.Select(c => layout == Layout.Full ? Names.Of(c.Stage) : c.Short).ToArray();
        console.MarkupLine($"[grey]{new string(' ', layout == Layout.Stacked ? StackedIndent : name + severity + 4)}{string.Join(" ", heads)}[/]");
        foreach (var alert in run.Alerts)
        {
            var verdict = glyphs.Of(alert);
            var cells = string.Join(" ", Columns.Select((c, i) => Cell(alert.Stages.FirstOrDefault(s => s.Stage == c.Stage), heads[i].Length))).TrimEnd();
            if (layout == Layout.Stacked)
            {
                Line($"{verdict.Sign} {alert.Alert} {alert.Severity}", verdict.Style);
                console.MarkupLine($"{new string(' ', StackedIndent)}{cells}");
            }
            else
            {
                console.MarkupLine($"[{verdict.Style}]{verdict.Sign}[/] {Padded(alert.Alert, name)} [grey]{Padded(alert.Severity, severity)}[/] {cells}");
            }

            foreach (var figure in Figures(alert, run.TimeScale))
            {
                Line(figure, "grey", 4);
            }
        }

        return layout;
    }

    private Layout Fits(int names)
    {
        var room = console.Profile.Width - names - 4;
        return Columns.Sum(c => Names.Of(c.Stage).Length + 1) <= room ? Layout.Full
            : Columns.Sum(c => c.Short.Length + 1) <= room ? Layout.Short
            : Layout.Stacked;
    }

    private string Cell(StageEntry? stage, int width)
    {
        var glyph = glyphs.Of(stage);
        return $"[{glyph.Style}]{glyph.Sign}[/]{new string(' ', width - 1)}";
    }

    private static IEnumerable<string> Figures(AlertEntry alert, int scale)
    {
        if (alert.Stages.FirstOrDefault(s => s.Stage == StageName.Fires) is { MeasuredSeconds: { } measured } fires)
        {
            var wall = alert.JudgedAt.StartsWith("N=", StringComparison.Ordinal) ? $", {Numbers.Seconds(measured / scale)} s wall" : "";
            yield return $"fired {Numbers.Seconds(measured)} s after the effect [{Bound(fires.EarliestSeconds)}–{Bound(fires.LatestSeconds)} s]{wall} ({alert.JudgedAt})";
        }

        var firing = alert.Timeline.FirstOrDefault(e => e.Event == "firing")?.DocumentedSeconds;
        var latest = alert.Stages.FirstOrDefault(s => s.Stage == StageName.Routes)?.LatestSeconds;
        foreach (var told in alert.Timeline.Where(e => e.Event == "delivered"))
        {
            var who = told.Receiver is { } receiver ? $"{receiver} ({told.Channel})" : $"not promised: {told.Channel}";
            yield return $"told {who} {Numbers.Seconds(told.DocumentedSeconds - (firing ?? 0))} s {(firing is null ? "after the effect" : "after firing")} [0–{Bound(latest)} s]";
        }
    }

    private static string Bound(double? seconds) => seconds is { } s && double.IsFinite(s) ? Numbers.Seconds(s) : "?";

    private void Legend(Layout layout)
    {
        console.MarkupLine(string.Join("  ", glyphs.All.Select(g => $"[{g.Style}]{g.Sign}[/] {g.Meaning}")));
        if (layout != Layout.Full)
        {
            Line(string.Join(", ", Columns.Select(c => $"{c.Short} {Names.Of(c.Stage)}")), "grey");
        }
    }

    private void Line(string text, string? style, int indent = 0) => ReportLine.Write(console, text, style, indent);

    private string Padded(string text, int width) => Safe(text).PadRight(width).EscapeMarkup();

    private string Safe(string text) => ReportLine.Safe(console, text);
}
