using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;
using Spectre.Console;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Writes the documented things that are no alerts: a line for each kind with how many came out how, then what failed or was not proved.</summary>
/// <param name="console">Where to.</param>
/// <param name="glyphs">Signs of the outcomes.</param>
internal sealed class SurfaceTable(IAnsiConsole console, Glyphs glyphs)
{
    /// <summary>Writes the table; nothing when the run reached none of them.</summary>
    public void Write(RunResult run)
    {
        var kinds = run.Surfaces.GroupBy(s => s.Kind).Where(k => k.Any(s => s.Outcome is not (Outcome.NotReached or Outcome.NotApplicable))).ToArray();
        if (kinds.Length == 0)
        {
            return;
        }

        ReportLine.Write(console, "");
        var width = Enum.GetNames<SurfaceKind>().Max(n => n.Length);
        foreach (var kind in kinds)
        {
            var counts = glyphs.All.Select(g => (Glyph: g, Count: kind.Count(s => glyphs.Of(s.Outcome, s.KnownDefect) == g))).Where(c => c.Count > 0);
            console.MarkupLine($"  {kind.Key.ToString().ToLowerInvariant().PadRight(width)} {string.Join("  ", counts.Select(c => $"[{c.Glyph.Style}]{c.Glyph.Sign}[/] {c.Count}"))}");
            foreach (var surface in kind.Where(s => s.Outcome is Outcome.Fail or Outcome.Inconclusive))
            {
                var sign = glyphs.Of(surface.Outcome, surface.KnownDefect).Sign;
                ReportLine.Write(console, $"{sign} {surface.Subject}: {surface.Detail}{(surface.KnownDefect is { } known ? $" ({known})" : "")}", null, 4);
            }
        }
    }
}
