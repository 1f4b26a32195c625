using System.Globalization;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>Draws where a run stands as lines of a terminal of a given size: never more lines than fit, and never a line that is wider.</summary>
/// <param name="glyphs">The signs.</param>
/// <param name="unicode">Whether the terminal has Unicode.</param>
internal sealed class RunScreen(Glyphs glyphs, bool unicode)
{
    // Below this a cell shows no more than its name, its stages and its time.
    private const int PhasesFrom = 72;
    private const int TimeWidth = 9;
    private static readonly StageName[] Stages = Enum.GetValues<StageName>();

    private Glyph Seen { get; } = new(unicode ? "○" : "o", "default", "seen, judged at the end");

    /// <summary>The lines.</summary>
    /// <param name="state">Where the run stands.</param>
    /// <param name="now">Wall time since the start of the run.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="height">Lines of the terminal; one is left for the cursor.</param>
    public IReadOnlyList<ScreenLine> Draw(RunState state, TimeSpan now, int width, int height)
    {
        var room = Math.Max(2, height - 1);
        var line = Math.Max(10, width - 1);
        var running = state.Cells.Where(c => c.Runs).ToList();
        var ended = state.Cells.Where(c => c.End is not null).OrderByDescending(IsBad).ThenByDescending(c => c.Ended).ToList();
        var waiting = state.Cells.Count(c => !c.Runs && c.End is null);
        var names = Math.Min(NameWidth(line), state.Cells.Select(c => SafeText.OneLine(c.Plan.Name).Length).DefaultIfEmpty(0).Max());
        // The summary, and what is done now, are always there; then the running cells; then the ended ones, what is bad of them first.
        var free = room - 2;
        var shownRunning = running.Count <= free ? running.Count : Math.Max(0, free - 1);
        var hidden = running.Count - shownRunning;
        free -= shownRunning + (hidden > 0 ? 1 : 0);
        List<ScreenLine> lines =
        [
            .. ended.Take(Math.Max(0, free)).OrderBy(c => c.Ended).Select(c => Ended(c, names)),
            .. running.OrderBy(c => c.Started).Take(shownRunning).Select(c => Running(c, now, names, line)),
        ];
        if (hidden > 0 && room > 2)
        {
            lines.Add(new ScreenLine().Add($"{(unicode ? "…" : "...")} and {hidden} more running", "grey"));
        }

        lines.Add(new ScreenLine().Add(state.Step, "grey"));
        lines.Add(Summary(state, now, waiting));
        return [.. lines.Select(l => l.Cut(line, unicode))];
    }

    /// <summary>Seconds as minutes and seconds, e.g. <c>1:05</c>.</summary>
    public static string Clock(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}");

    private static int NameWidth(int line) => line >= PhasesFrom ? 40 : Math.Max(8, line - Stages.Length - TimeWidth - 4);

    private static bool IsBad(CellState cell) => cell.End is { IsUnexpected: true };

    private ScreenLine Running(CellState cell, TimeSpan now, int names, int width)
    {
        var line = new ScreenLine().Add($"{(unicode ? "▸" : ">")} ").Add(Name(cell, names)).Add(" ");
        foreach (var stage in Stages)
        {
            var glyph = cell.Seen.Contains(stage) ? Seen : glyphs.NotReached;
            line.Add(glyph.Sign, glyph.Style);
        }

        var time = Time(cell, now);
        if (width >= PhasesFrom)
        {
            var room = width - line.Width - TimeWidth - 3;
            line.Add($"  {ScreenLine.Fit(cell.Progress?.Phase ?? "", room, unicode)} ", "grey");
        }

        return line.Add(time.PadLeft(TimeWidth));
    }

    private ScreenLine Ended(CellState cell, int names)
    {
        var glyph = glyphs.Of(cell.End!.Verdict, cell.End.IsNew);
        var line = new ScreenLine().Add($"{glyph.Sign} ", glyph.Style).Add(Name(cell, names)).Add(" ");
        if (!cell.End.Stages.IsEmpty)
        {
            foreach (var stage in Stages)
            {
                var judged = cell.End.Stages.FirstOrDefault(s => s.Stage == stage);
                var sign = judged is null ? glyphs.NotReached : glyphs.Of(judged.Outcome, judged.KnownDefect);
                line.Add(sign.Sign, sign.Style);
            }
        }

        return line.Add($"  {cell.End.Words}", cell.End is { Verdict: Verdict.Works } ? "grey" : glyph.Style);
    }

    private ScreenLine Summary(RunState state, TimeSpan now, int waiting)
    {
        var line = new ScreenLine().Add(Clock(now), "bold");
        if (state.Cells.IsEmpty)
        {
            return line;
        }

        var ended = state.Cells.Where(c => c.End is not null).ToList();
        if (!state.IsInterrupted && TimeLeft.Of(state, now) is { } left && ended.Count < state.Cells.Length)
        {
            line.Add($", about {Clock(left)} left", "bold");
        }

        line.Add($"  {ended.Count} of {state.Cells.Length} done");
        foreach (var (glyph, count) in ended.GroupBy(c => glyphs.Of(c.End!.Verdict, c.End.IsNew)).Select(g => (g.Key, g.Count())))
        {
            line.Add($" {glyph.Sign}{count}", glyph.Style);
        }

        return waiting > 0 ? line.Add($", {waiting} waiting") : line;
    }

    private string Name(CellState cell, int width) => ScreenLine.Fit(cell.Plan.Name, width, unicode);

    private static string Time(CellState cell, TimeSpan now)
    {
        var seconds = (now - cell.Since).TotalSeconds;
        return cell.Progress is { Expected: var expected } && expected > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0}/{expected.TotalSeconds:0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s");
    }
}
