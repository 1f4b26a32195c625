using System.Globalization;
using System.Text.Json;

namespace NovaCron.Validation.Tests.Benchmarks;

/// <summary>What several runs measured, side by side: for each alert and stage the smallest, middle and greatest documented seconds by time scale, and every stage whose outcome was not the same in all of them.</summary>
internal sealed class Spread(TextWriter output)
{
    private readonly List<Reading> _readings = [];

    private sealed record Reading(int TimeScale, string Run, string Alert, string Stage, string Outcome, double? Seconds);

    /// <summary>Reads result folders and writes the tables, in Markdown.</summary>
    /// <param name="folders">Folders with a run.json each, all of one configuration.</param>
    /// <returns>0 when every stage had the same outcome in every run, else 1.</returns>
    public int Write(IReadOnlyList<string> folders)
    {
        foreach (var folder in folders)
        {
            Read(folder);
        }

        var scales = _readings.Select(r => r.TimeScale).Distinct().Order().ToList();
        output.WriteLine("| alert | stage | " + string.Join(" | ", scales.Select(n => $"N = {n} ({Runs(n)} run{(Runs(n) == 1 ? "" : "s")})")) + " |");
        output.WriteLine("| --- | --- | " + string.Join(" | ", scales.Select(_ => "---:")) + " |");
        foreach (var row in _readings.Where(r => r.Seconds is not null).GroupBy(r => (r.Alert, r.Stage)))
        {
            output.WriteLine($"| {row.Key.Alert} | {row.Key.Stage} | {string.Join(" | ", scales.Select(n => Figures(row.Where(r => r.TimeScale == n))))} |");
        }

        return WriteDifferences();
    }

    private void Read(string folder)
    {
        using var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "run.json")));
        var scale = run.RootElement.GetProperty("timeScale").GetInt32();
        foreach (var alert in run.RootElement.GetProperty("alerts").EnumerateArray())
        {
            foreach (var stage in alert.GetProperty("stages").EnumerateArray())
            {
                var seconds = stage.TryGetProperty("measuredSeconds", out var s) && s.ValueKind == JsonValueKind.Number ? s.GetDouble() : (double?)null;
                _readings.Add(new Reading(
                    scale, folder, alert.GetProperty("alert").GetString()!, stage.GetProperty("stage").GetString()!, stage.GetProperty("outcome").GetString()!, seconds));
            }
        }
    }

    private int Runs(int scale) => _readings.Where(r => r.TimeScale == scale).Select(r => r.Run).Distinct().Count();

    private int WriteDifferences()
    {
        var differing = _readings.GroupBy(r => (r.Alert, r.Stage)).Where(g => g.Select(r => r.Outcome).Distinct().Count() > 1).ToList();
        output.WriteLine();
        output.WriteLine(differing.Count == 0 ? "Every stage of every alert had the same outcome in every run." : "Stages whose outcome was not the same in every run:");
        output.WriteLine();
        foreach (var group in differing)
        {
            output.WriteLine($"- {group.Key.Alert}, {group.Key.Stage}: {string.Join(", ", group.GroupBy(r => (r.TimeScale, r.Outcome)).Select(o => $"{o.Key.Outcome} in {o.Count()} at N = {o.Key.TimeScale}"))}");
        }

        return differing.Count == 0 ? 0 : 1;
    }

    private static string Figures(IEnumerable<Reading> readings)
    {
        var sorted = readings.Select(r => r.Seconds!.Value).Order().ToList();
        return sorted.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{sorted[0]:0.0} / {sorted[sorted.Count / 2]:0.0} / {sorted[^1]:0.0}");
    }
}
