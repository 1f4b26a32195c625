using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Assertions.Timelines;
using Spectre.Console;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Writes what a run over the blind spots found for a terminal: a row for each, with what was done, who was told what and how late, and what would close the gap.</summary>
public static class BlindSpotTable
{
    /// <summary>Writes the report.</summary>
    public static void Write(IAnsiConsole console, BlindSpotsResult result)
    {
        ReportLine.Write(console, $"{result.RunId}: blind spots of configuration {result.Configuration}, N={result.TimeScale}, {Numbers.Seconds(result.WallSeconds)} s wall (set-up {Numbers.Seconds(result.SetupSeconds)} s, longest cell {Numbers.Seconds(result.CriticalPathSeconds)} s); seconds are documented time unless they say wall", "bold");
        var table = new Table().Border(TableBorder.Simple).ShowRowSeparators().AddColumns("blind spot", "what was done", "who was told what, and how late", "what would close it");
        foreach (var spot in result.Spots)
        {
            table.AddRow(Safe(spot.Spot, "bold"), Safe(spot.Done), new Rows(Told(spot).Select(t => Safe(t.Text, t.Style))), Safe(spot.ClosedBy));
        }

        console.Write(table);
        foreach (var disturbance in result.Disturbances)
        {
            ReportLine.Write(console, disturbance, "magenta");
        }

        ReportLine.Write(console, Sentence(result), "bold");
    }

    /// <summary>The run in one sentence.</summary>
    public static string Sentence(BlindSpotsResult result)
    {
        var counts = Enum.GetValues<SpotOutcome>().Select(o => (o, Count: result.Spots.Count(s => s.Outcome == o))).Where(c => c.Count > 0)
            .Select(c => $"{c.Count} {Words(c.o)}");
        var why = result.ExitCode switch
        {
            0 when result.Spots.All(s => s.Foretold is null) => "nothing was foretold",
            0 => "all as foretold",
            1 => "a blind spot came otherwise than foretold",
            3 => "the environment could not be set up or was lost",
            4 => "a fault could not be injected or did not take effect",
            5 => "a roll-back failed",
            _ => "not everything was proved either way",
        };
        return $"{result.Spots.Length} blind spots: {string.Join(", ", counts)}. Exit code {result.ExitCode}: {why}.";
    }

    private static IEnumerable<(string Text, string Style)> Told(SpotEntry spot)
    {
        yield return (spot.Outcome switch
        {
            SpotOutcome.Nobody => "NOBODY",
            SpotOutcome.Late => "told LATE",
            SpotOutcome.Wrong => "told the WRONG thing",
            SpotOutcome.Symptom => "told a SYMPTOM",
            SpotOutcome.Told => "told",
            _ => $"inconclusive: {spot.Detail}",
        }, spot.Outcome switch
        {
            SpotOutcome.Told => "green",
            SpotOutcome.Inconclusive => "magenta",
            _ => "yellow",
        });
        foreach (var told in spot.Tellings)
        {
            var late = told.Truth == TellingTruth.NamesIt && told.DocumentedSeconds > spot.AllowedSeconds ? $", allowed are {Numbers.Seconds(spot.AllowedSeconds)} s" : "";
            var what = told.Says == "resolved" ? $"the end of {told.Alert}" : told.Alert;
            var truth = told.Truth == TellingTruth.NamesIt ? "" : $" ({told.Why})";
            yield return ($"{told.Receiver} ({told.Channel}): {what} after {Numbers.Seconds(told.DocumentedSeconds)} s, {Numbers.Seconds(told.WallSeconds)} s wall{late}{truth}", "default");
        }

        foreach (var consequence in spot.Consequences)
        {
            yield return (consequence, "grey");
        }

        if (spot.Foretold is { } foretold && spot.Outcome != SpotOutcome.Inconclusive && SpotComparison.NameOf(spot.Outcome) != foretold)
        {
            yield return ($"foretold was: {foretold}", "red bold");
        }
    }

    private static string Words(SpotOutcome outcome) => outcome switch
    {
        SpotOutcome.Told => "told in time",
        SpotOutcome.Late => "told late",
        SpotOutcome.Symptom => "told as a symptom",
        SpotOutcome.Wrong => "told wrongly",
        SpotOutcome.Nobody => "told to nobody",
        _ => "inconclusive",
    };

    private static Text Safe(string text, string style = "default") => new(SafeText.OneLine(text), Style.Parse(style));
}
