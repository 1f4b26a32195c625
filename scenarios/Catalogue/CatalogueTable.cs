using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.History;
using NovaCron.Validation.Assertions.Trends;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Catalogue;

/// <summary>Writes the catalogue of alerts: a line for each, with its last verdict and when it was last proved; on a narrow terminal a few short lines.</summary>
internal sealed class CatalogueTable
{
    private static readonly string[] Heads = ["alert", "severity", "component", "fault", "last verdict", "of", "last proved"];
    private const int VerdictColumn = 4;
    private const int MostConfiguration = 20;
    private const string Never = "never";
    private readonly IAnsiConsole _console;
    private readonly Glyphs _glyphs;
    private readonly ImmutableArray<(string Configuration, AlertTrend Alert)> _past;

    private CatalogueTable(IAnsiConsole console, TrendResult trend)
    {
        _console = console;
        _glyphs = new Glyphs(console.Profile.Capabilities.Unicode);
        _past = [.. trend.Configurations.SelectMany(c => c.Alerts.Select(a => (c.Configuration, a)))];
    }

    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="scenarios">The alerts.</param>
    /// <param name="trend">What past runs say of them.</param>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<AlertScenario> scenarios, TrendResult trend) => new CatalogueTable(console, trend).Write(scenarios);

    private void Write(IReadOnlyCollection<AlertScenario> scenarios)
    {
        var rows = scenarios.Select(s => (Cells: Row(s), Glyph: GlyphOf(s))).ToList();
        var widths = Heads.Select((head, i) => rows.Max(r => Math.Max(head.Length, r.Cells[i].Length))).ToArray();
        if (widths.Sum(w => w + 2) - 2 <= _console.Profile.Width)
        {
            _console.MarkupLine($"[grey]{string.Join("  ", Heads.Select((h, i) => h.PadRight(widths[i]))).TrimEnd()}[/]");
            foreach (var (cells, glyph) in rows)
            {
                var line = cells.Select((c, i) => i == VerdictColumn ? $"[{glyph.Style}]{c.PadRight(widths[i]).EscapeMarkup()}[/]" : c.PadRight(widths[i]).EscapeMarkup());
                _console.MarkupLine(string.Join("  ", line).TrimEnd());
            }
        }
        else
        {
            rows.ForEach(r => Stack(r.Cells, r.Glyph));
        }
    }

    private void Stack(string[] cells, Glyph glyph)
    {
        ReportLine.Write(_console, cells[0], "bold");
        ReportLine.Write(_console, $"{cells[1]}, {cells[2]}, {cells[3]}", null, 2);
        ReportLine.Write(_console, $"{cells[VerdictColumn]} {cells[5]}".TrimEnd(), glyph.Style, 2);
        if (cells[5].Length > 0)
        {
            ReportLine.Write(_console, $"last proved: {cells[6]}", "grey", 2);
        }
    }

    private string[] Row(AlertScenario scenario)
    {
        var contract = scenario.Contract;
        var last = LastOf(contract.Alert);
        var proved = _past.Where(p => p.Alert.Alert == contract.Alert && p.Alert.LastProved is not null).Select(p => (p.Configuration, Run: p.Alert.LastProved!)).OrderBy(p => p.Run.At).LastOrDefault();
        string[] row =
        [
            contract.Alert, contract.Severity, contract.Component, scenario.FaultName,
            last is var (_, point) ? $"{GlyphOf(point).Sign} {Words(point)}" : $"{_glyphs.NotReached.Sign} not run yet",
            last is var (configuration, judged) ? RunOf(configuration, judged.Run) : "",
            proved.Run is null ? Never : RunOf(proved.Configuration, proved.Run),
        ];
        return [.. row.Select(SafeText.OneLine)];
    }

    private (string Configuration, TrendPoint Point)? LastOf(string alert)
    {
        var last = _past.Where(p => p.Alert.Alert == alert).Select(p => (p.Configuration, Point: p.Alert.Points[^1])).OrderBy(p => p.Point.Run.At).LastOrDefault();
        return last.Point is null ? null : last;
    }

    private Glyph GlyphOf(AlertScenario scenario) => LastOf(scenario.Contract.Alert) is var (_, point) ? GlyphOf(point) : _glyphs.NotReached;

    private Glyph GlyphOf(TrendPoint point) => _glyphs.Of(point.Verdict, point.IsNew);

    // Of a folder the end of its path tells most.
    private static string RunOf(string configuration, TrendRun run) =>
        $"{(configuration.Length > MostConfiguration ? $"..{configuration[^(MostConfiguration - 2)..]}" : configuration)} {TrendTable.When(run)}";

    private static string Words(TrendPoint point) => point.Verdict switch
    {
        Verdict.Works => "works",
        Verdict.Defective => point.IsNew ? "new defect" : "known defect",
        _ => "inconclusive",
    };
}
