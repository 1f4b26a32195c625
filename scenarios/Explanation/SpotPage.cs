using NovaCron.Validation.Assertions.BlindSpots;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>What a blind spot is.</summary>
internal static class SpotPage
{
    /// <summary>Writes its page.</summary>
    public static void Write(IAnsiConsole console, SpotPromise promise)
    {
        var sheet = new Sheet(console);
        sheet.Title($"{promise.Spot}: a blind spot; ./validate blind-spots --spot {promise.Spot} runs it");
        sheet.Row("what is done", promise.Done);
        sheet.Row("to be told", promise.ShouldBeTold);
        sheet.Row("would say it", promise.NamedBy.IsEmpty ? "no alert of the strategy" : string.Join(", ", promise.NamedBy));
        sheet.Row("would close it", promise.ClosedBy.Length > 0 ? $"{promise.ClosedBy}, see scenarios/BlindSpots/README.md" : "nothing is needed");
        foreach (var (alert, why) in promise.Symptoms)
        {
            sheet.Row("a symptom", $"{alert}: {why}");
        }
    }
}
