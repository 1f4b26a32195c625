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

    private readonly IAnsiConsole console;
    private readonly Glyphs glyphs;

    private Matrix(IAnsiConsole console)
    {
        this.console = console;
        glyphs = new Glyphs(console.Profile.Capabilities.Unicode);
    }

    /// <summary>Writes the report.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="run">Result.</param>
    /// <param name="judgement">Its comparison with the ledger, for entries that no longer reproduce; null when only the result file is left.</param>
    public static void Write(IAnsiConsole console, RunResult run, LedgerComparison? judgement = null) => new Matrix(console).Write(run, judgement);

    private void Write(RunResult run, LedgerComparison? judgement)
    {
        Line($"{run.RunId}: configuration {run.Configuration}, N={run.TimeScale}, {Numbers.Seconds(run.WallSeconds)} s wall (set-up {Numbers.Seconds(run.SetupSeconds)} s, longest cell {Numbers.Seconds(run.CriticalPathSeconds)} s); seconds below are documented time", "bold");
        Line("", null);
        var full = Table(run);
        new SurfaceTable(console, glyphs).Write(run);
        new DefectList(console).Write(run, judgement?.Stale ?? []);
        Line("", null);
        Legend(full);
        Line(Sentence(run), "bold");
    }

    /// <summary>The run in one sentence.</summary>
    public static string Sentence(RunResult run)
    {
        var works = run.Alerts.Count(a => a.Verdict == Verdict.Works);
        var defective = run.Alerts.Where(a => a.Verdict == Verdict.Defective).ToArray();
        var foretold = defective.Count(a => a.Stages.All(s => s.Outcome != Outcome.Fail || s.KnownDefect is not null));
        var inconclusive = run.Alerts.Count(a => a.Verdict == Verdict.Inconclusive);
        var why = run.ExitCode switch
        {
            0 => "all as expected",
            1 => "a defect that is not in the ledger, or a ledger entry that no longer reproduces",
            2 => "the command line or the configuration could not be understood",
            3 => "the environment could not be set up or was lost",
            4 => "a fault could not be injected or did not take effect",
            5 => "a roll-back failed",
            6 => "not everything was proved either way",
            130 => "interrupted, and rolled back first",
            _ => "unknown",
        };
        return $"{run.Alerts.Length} alerts: {works} work, {defective.Length} defective ({foretold} of them as the ledger foretells), {inconclusive} inconclusive. Exit code {run.ExitCode}: {why}.";
    }

    // Returns whether the stages' full names had room.
    private bool Table(RunResult run)
    {
        var name = run.Alerts.Select(a => SafeText.OneLine(a.Alert).Length).DefaultIfEmpty(5).Max();
        var severity = run.Alerts.Select(a => SafeText.OneLine(a.Severity).Length).DefaultIfEmpty(8).Max();
        var full = name + severity + 4 + Columns.Sum(c => Names.Of(c.Stage).Length + 1) <= console.Profile.Width;
        var heads = Columns.Select(c => full ? Names.Of(c.Stage) : c.Short).ToArray();
        console.MarkupLine($"[grey]{new string(' ', name + severity + 4)}{string.Join(" ", heads)}[/]");
        foreach (var alert in run.Alerts)
        {
            var verdict = glyphs.Of(alert);
            var cells = Columns.Select((c, i) => Cell(alert.Stages.FirstOrDefault(s => s.Stage == c.Stage), heads[i].Length));
            console.MarkupLine($"[{verdict.Style}]{verdict.Sign}[/] {Padded(alert.Alert, name)} [grey]{Padded(alert.Severity, severity)}[/] {string.Join(" ", cells).TrimEnd()}");
            foreach (var figure in Figures(alert, run.TimeScale))
            {
                Line(figure, "grey", 4);
            }
        }

        return full;
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

    private void Legend(bool full)
    {
        console.MarkupLine(string.Join("  ", glyphs.All.Select(g => $"[{g.Style}]{g.Sign}[/] {g.Meaning}")));
        if (!full)
        {
            Line(string.Join(", ", Columns.Select(c => $"{c.Short} {Names.Of(c.Stage)}")), "grey");
        }
    }

    private void Line(string text, string? style, int indent = 0) => ReportLine.Write(console, text, style, indent);

    private static string Padded(string text, int width) => SafeText.OneLine(text).PadRight(width).EscapeMarkup();
}
